CREATE TABLE "core"."alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"country" text,
	"region_key" text,
	"interest_id" integer,
	"urgent" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alerts_one_target" CHECK (num_nonnulls("core"."alerts"."country", "core"."alerts"."region_key", "core"."alerts"."interest_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "ref"."letter_time" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"weekday" integer DEFAULT 2 NOT NULL,
	"hour" integer DEFAULT 9 NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	CONSTRAINT "letter_time_one_row" CHECK ("ref"."letter_time"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "core"."mail_trouble" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"bounced_at" timestamp with time zone,
	"complained_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "core"."notice_choices" (
	"account_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "notice_choices_account_id_topic_pk" PRIMARY KEY("account_id","topic")
);
--> statement-breakpoint
CREATE TABLE "core"."notice_letters" (
	"account_id" uuid NOT NULL,
	"period" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_letters_account_id_period_pk" PRIMARY KEY("account_id","period")
);
--> statement-breakpoint
CREATE TABLE "core"."notice_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"topic" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."notice_settings" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text,
	"quiet_from" integer DEFAULT 22 NOT NULL,
	"quiet_to" integer DEFAULT 8 NOT NULL,
	"alerts_by_place" boolean DEFAULT false NOT NULL,
	"alerts_by_interest" boolean DEFAULT false NOT NULL,
	"all_off" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."notice_told" (
	"account_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"item_id" uuid NOT NULL,
	"period" text NOT NULL,
	"expires_on" date NOT NULL,
	CONSTRAINT "notice_told_account_id_topic_item_id_pk" PRIMARY KEY("account_id","topic","item_id")
);
--> statement-breakpoint
CREATE TABLE "core"."webhook_events" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."outbox" ADD COLUMN "bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."outbox" ADD COLUMN "noted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."mail_trouble" ADD CONSTRAINT "mail_trouble_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."notice_choices" ADD CONSTRAINT "notice_choices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."notice_letters" ADD CONSTRAINT "notice_letters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."notice_links" ADD CONSTRAINT "notice_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."notice_settings" ADD CONSTRAINT "notice_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."notice_told" ADD CONSTRAINT "notice_told_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_links_account" ON "core"."notice_links" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "notice_told_item" ON "core"."notice_told" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "notice_told_period" ON "core"."notice_told" USING btree ("account_id","period");