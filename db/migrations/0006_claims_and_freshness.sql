CREATE TABLE "core"."claim_objections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"claim_id" uuid NOT NULL,
	"person_id" uuid,
	"words" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_objections_key" UNIQUE NULLS NOT DISTINCT("claim_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "core"."claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"position" text,
	"evidence" text,
	"words" text,
	"waits_from" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"note" text,
	"link_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claims_link_key" UNIQUE("link_hash"),
	CONSTRAINT "claims_kind_check" CHECK ("core"."claims"."kind" in ('claim','lead','handover','removal','leaving'))
);
--> statement-breakpoint
CREATE TABLE "core"."delisted_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text,
	"source_id" text,
	"name_hash" text NOT NULL,
	"host_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."removals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid,
	"group_name" text NOT NULL,
	"state" text DEFAULT 'unconfirmed' NOT NULL,
	"asker_name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"reason" text,
	"link_hash" text,
	"confirmed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "removals_link_key" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "core"."link_checks" (
	"url" text PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" date,
	"dead_since" date
);
--> statement-breakpoint
CREATE TABLE "core"."reminders" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"off" boolean DEFAULT false NOT NULL,
	"last_on" date,
	"link_hash" text,
	CONSTRAINT "reminders_link_key" UNIQUE("link_hash")
);
--> statement-breakpoint
ALTER TABLE "core"."groups" ADD COLUMN "edited_on" date;--> statement-breakpoint
ALTER TABLE "core"."groups" ADD COLUMN "quiet_since" date;--> statement-breakpoint
ALTER TABLE "proj_member"."groups" ADD COLUMN "quiet_since" date;--> statement-breakpoint
ALTER TABLE "proj_member"."groups" ADD COLUMN "dead_links" jsonb;--> statement-breakpoint
ALTER TABLE "proj_public"."groups" ADD COLUMN "quiet_since" date;--> statement-breakpoint
ALTER TABLE "proj_public"."groups" ADD COLUMN "dead_links" jsonb;--> statement-breakpoint
ALTER TABLE "proj_steward"."groups" ADD COLUMN "quiet_since" date;--> statement-breakpoint
ALTER TABLE "proj_steward"."groups" ADD COLUMN "dead_links" jsonb;--> statement-breakpoint
ALTER TABLE "proj_weaver"."groups" ADD COLUMN "quiet_since" date;--> statement-breakpoint
ALTER TABLE "proj_weaver"."groups" ADD COLUMN "dead_links" jsonb;--> statement-breakpoint
ALTER TABLE "core"."claim_objections" ADD CONSTRAINT "claim_objections_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_objections" ADD CONSTRAINT "claim_objections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD CONSTRAINT "claims_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD CONSTRAINT "claims_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD CONSTRAINT "claims_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD CONSTRAINT "claims_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."removals" ADD CONSTRAINT "removals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."removals" ADD CONSTRAINT "removals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."reminders" ADD CONSTRAINT "reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_group" ON "core"."claims" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "claims_due" ON "core"."claims" USING btree ("state","waits_from");--> statement-breakpoint
CREATE INDEX "claims_person" ON "core"."claims" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "delisted_groups_source" ON "core"."delisted_groups" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "delisted_groups_name" ON "core"."delisted_groups" USING btree ("name_hash");--> statement-breakpoint
CREATE INDEX "delisted_groups_host" ON "core"."delisted_groups" USING btree ("host_hash");--> statement-breakpoint
CREATE INDEX "removals_group" ON "core"."removals" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "removals_due" ON "core"."removals" USING btree ("state","confirmed_at");--> statement-breakpoint
CREATE INDEX "link_checks_due" ON "core"."link_checks" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "groups_quiet_since_index" ON "proj_member"."groups" USING btree ("quiet_since");--> statement-breakpoint
CREATE INDEX "groups_quiet_since_index" ON "proj_public"."groups" USING btree ("quiet_since");--> statement-breakpoint
CREATE INDEX "groups_quiet_since_index" ON "proj_steward"."groups" USING btree ("quiet_since");--> statement-breakpoint
CREATE INDEX "groups_quiet_since_index" ON "proj_weaver"."groups" USING btree ("quiet_since");