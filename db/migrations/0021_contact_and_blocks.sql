CREATE TABLE "core"."blocks" (
	"person_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocks_person_id_blocked_id_pk" PRIMARY KEY("person_id","blocked_id")
);
--> statement-breakpoint
CREATE TABLE "core"."contact_openings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"opener_key" uuid NOT NULL,
	"opener_role" text,
	"person_key" uuid,
	"group_id" uuid,
	"category" text NOT NULL,
	"how" text DEFAULT 'shown' NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."pauses" ADD COLUMN "kind" text DEFAULT 'pause' NOT NULL;--> statement-breakpoint
ALTER TABLE "proj_member"."people" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "proj_member"."people" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "proj_member"."people" ADD COLUMN "contact_handle" text;--> statement-breakpoint
ALTER TABLE "proj_public"."people" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "proj_public"."people" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "proj_public"."people" ADD COLUMN "contact_handle" text;--> statement-breakpoint
ALTER TABLE "proj_steward"."people" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "proj_steward"."people" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "proj_steward"."people" ADD COLUMN "contact_handle" text;--> statement-breakpoint
ALTER TABLE "proj_weaver"."people" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "proj_weaver"."people" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "proj_weaver"."people" ADD COLUMN "contact_handle" text;--> statement-breakpoint
ALTER TABLE "core"."blocks" ADD CONSTRAINT "blocks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."blocks" ADD CONSTRAINT "blocks_blocked_id_people_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."contact_openings" ADD CONSTRAINT "contact_openings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocks_blocked" ON "core"."blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE INDEX "contact_openings_opener" ON "core"."contact_openings" USING btree ("opener_key","opened_at");--> statement-breakpoint
CREATE INDEX "contact_openings_person" ON "core"."contact_openings" USING btree ("person_key","opened_at");--> statement-breakpoint
CREATE INDEX "contact_openings_group" ON "core"."contact_openings" USING btree ("group_id","opened_at");--> statement-breakpoint
CREATE INDEX "contact_openings_age" ON "core"."contact_openings" USING btree ("opened_at");