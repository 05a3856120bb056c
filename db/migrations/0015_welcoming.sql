CREATE TABLE "core"."applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"group_name" text,
	"group_about" text,
	"group_website" text,
	"why" text,
	"told_by" text,
	"request_id" uuid NOT NULL,
	"browser_hash" text,
	"token_hash" text,
	"code_hash" text,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "ref"."joining" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"texts" jsonb,
	"welcome" text DEFAULT 'conversation' NOT NULL,
	"steps" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "joining_one_row" CHECK ("ref"."joining"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "core"."newcomers" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"group_name" text,
	"group_about" text,
	"group_website" text,
	"why" text,
	"told_by" text,
	"weaver_id" uuid,
	"meeting" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"note" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "newcomers_state_check" CHECK ("core"."newcomers"."state" in ('waiting','not_now'))
);
--> statement-breakpoint
CREATE TABLE "core"."path_ticks" (
	"person_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	CONSTRAINT "path_ticks_person_id_step_id_pk" PRIMARY KEY("person_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "core"."vouches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"address_hash" text NOT NULL,
	"shown" text NOT NULL,
	"person_id" uuid,
	"answer" text,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vouches_key" UNIQUE("newcomer_id","address_hash"),
	CONSTRAINT "vouches_answer_check" CHECK ("core"."vouches"."answer" in ('yes','no','rather_not'))
);
--> statement-breakpoint
CREATE TABLE "core"."welcome_paths" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"put_away" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."welcome_turns" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."newcomers" ADD CONSTRAINT "newcomers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."newcomers" ADD CONSTRAINT "newcomers_weaver_id_people_id_fk" FOREIGN KEY ("weaver_id") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."path_ticks" ADD CONSTRAINT "path_ticks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."vouches" ADD CONSTRAINT "vouches_newcomer_id_people_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."vouches" ADD CONSTRAINT "vouches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."welcome_paths" ADD CONSTRAINT "welcome_paths_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."welcome_turns" ADD CONSTRAINT "welcome_turns_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_email" ON "core"."applications" USING btree ("email");--> statement-breakpoint
CREATE INDEX "newcomers_weaver" ON "core"."newcomers" USING btree ("weaver_id");--> statement-breakpoint
CREATE INDEX "vouches_person" ON "core"."vouches" USING btree ("person_id");