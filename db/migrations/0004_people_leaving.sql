CREATE TABLE "core"."imported_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	CONSTRAINT "imported_people_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "core"."invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"locale" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_person" UNIQUE("person_id"),
	CONSTRAINT "invitations_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "core"."subject_keys" (
	"key" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "subject_keys_person" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "core"."tombstones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address_hash" text,
	"subject_key" uuid,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tombstones_key" UNIQUE NULLS NOT DISTINCT("address_hash","subject_key"),
	CONSTRAINT "tombstones_say_something" CHECK ("core"."tombstones"."address_hash" is not null or "core"."tombstones"."subject_key" is not null)
);
--> statement-breakpoint
ALTER TABLE "proj_member"."people" ADD COLUMN "imported" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "proj_public"."people" ADD COLUMN "imported" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "proj_steward"."people" ADD COLUMN "imported" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "proj_weaver"."people" ADD COLUMN "imported" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."imported_people" ADD CONSTRAINT "imported_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."imported_people" ADD CONSTRAINT "imported_people_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "core"."import_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD CONSTRAINT "invitations_person_id_imported_people_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."imported_people"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."subject_keys" ADD CONSTRAINT "subject_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_people_run" ON "core"."imported_people" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "imported_people_age" ON "core"."imported_people" USING btree ("imported_at");--> statement-breakpoint
CREATE INDEX "tombstones_subject" ON "core"."tombstones" USING btree ("subject_key");--> statement-breakpoint
CREATE FUNCTION "core"."give_subject_key"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = core, pg_temp AS $$
BEGIN
	INSERT INTO core.subject_keys (person_id) SELECT id FROM core.people WHERE id = NEW.id ON CONFLICT (person_id) DO NOTHING;
	RETURN NULL;
END $$;
--> statement-breakpoint
-- Deferred, so that a restore may bring people and their old keys in one transaction, in any order.
CREATE CONSTRAINT TRIGGER "people_subject_key" AFTER INSERT ON "core"."people" DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION "core"."give_subject_key"();
--> statement-breakpoint
INSERT INTO "core"."subject_keys" ("person_id") SELECT "id" FROM "core"."people" ON CONFLICT DO NOTHING;
