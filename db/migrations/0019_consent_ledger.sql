CREATE TABLE "core"."consents" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"subject_key" uuid NOT NULL,
	"actor_key" text NOT NULL,
	"category" text NOT NULL,
	"audience" text NOT NULL,
	"relation" text,
	"purposes" text[] NOT NULL,
	"policy_sha256" text NOT NULL,
	"words_sha256" text NOT NULL,
	"event" text NOT NULL,
	"method" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "consents_id_key" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "core"."group_keys" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"key" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "group_keys_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "core"."policy_asked" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."group_keys" ADD CONSTRAINT "group_keys_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policy_asked" ADD CONSTRAINT "policy_asked_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_subject" ON "core"."consents" USING btree ("subject_key","category","seq");--> statement-breakpoint
-- Whoever agreed to something can show it: a record is followed by others, and never changed.
CREATE FUNCTION "core"."consents_stand"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'A record of a consent stands as it is.';
end $$;--> statement-breakpoint
CREATE TRIGGER "consents_stand" BEFORE UPDATE OR DELETE ON "core"."consents" FOR EACH ROW EXECUTE FUNCTION "core"."consents_stand"();
