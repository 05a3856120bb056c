CREATE TABLE "core"."concern_contacts" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"agreed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."concern_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"concern_id" uuid NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"words" text,
	"contact" text,
	"said_by" uuid,
	"done_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."concern_hearers" (
	"concern_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concern_hearers_concern_id_person_id_pk" PRIMARY KEY("concern_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "core"."concern_involved" (
	"concern_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "concern_involved_concern_id_person_id_pk" PRIMARY KEY("concern_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "core"."concern_outside" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"link_hash" text NOT NULL,
	"agreed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concern_outside_link" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "core"."concern_raisers" (
	"concern_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"contact" text,
	"locale" text NOT NULL,
	"link_hash" text,
	CONSTRAINT "concern_raisers_link" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "core"."concerns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text NOT NULL,
	"appeal" text,
	"about_id" uuid,
	"about" text,
	"may_name" boolean DEFAULT false NOT NULL,
	"told_at" timestamp with time zone,
	"outside_id" uuid,
	"ended_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concerns_state_check" CHECK ("core"."concerns"."state" in ('open','closed','outside','passed_on','undelivered')),
	CONSTRAINT "concerns_appeal_check" CHECK ("core"."concerns"."appeal" in ('open','closed','outside','passed_on','undelivered'))
);
--> statement-breakpoint
ALTER TABLE "core"."concern_contacts" ADD CONSTRAINT "concern_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_entries" ADD CONSTRAINT "concern_entries_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "core"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_entries" ADD CONSTRAINT "concern_entries_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_entries" ADD CONSTRAINT "concern_entries_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_hearers" ADD CONSTRAINT "concern_hearers_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "core"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_hearers" ADD CONSTRAINT "concern_hearers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_involved" ADD CONSTRAINT "concern_involved_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "core"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_involved" ADD CONSTRAINT "concern_involved_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_raisers" ADD CONSTRAINT "concern_raisers_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "core"."concerns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concern_raisers" ADD CONSTRAINT "concern_raisers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concerns" ADD CONSTRAINT "concerns_about_id_people_id_fk" FOREIGN KEY ("about_id") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."concerns" ADD CONSTRAINT "concerns_outside_id_concern_outside_id_fk" FOREIGN KEY ("outside_id") REFERENCES "core"."concern_outside"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concern_entries_concern" ON "core"."concern_entries" USING btree ("concern_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "concern_entries_once" ON "core"."concern_entries" USING btree ("concern_id","round","kind") WHERE "core"."concern_entries"."kind" in ('raised','told','closed','appeal');--> statement-breakpoint
CREATE INDEX "concern_hearers_person" ON "core"."concern_hearers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "concern_involved_person" ON "core"."concern_involved" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "concern_raisers_person" ON "core"."concern_raisers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "concerns_about" ON "core"."concerns" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "concerns_ended" ON "core"."concerns" USING btree ("ended_at");