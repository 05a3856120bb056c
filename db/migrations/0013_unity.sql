CREATE TABLE "proj_member"."signatures" (
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "signatures_subject_id_version_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "proj_public"."signatures" (
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "signatures_subject_id_version_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "proj_steward"."signatures" (
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "signatures_subject_id_version_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "proj_weaver"."signatures" (
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "signatures_subject_id_version_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "core"."draft_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text,
	"words" text NOT NULL,
	"answer" text,
	"place" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."draft_groups" (
	"draft_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_groups_draft_id_group_id_pk" PRIMARY KEY("draft_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "core"."draft_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid NOT NULL,
	"label" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_links_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "core"."group_signers" (
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"confirmed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_signers_group_id_person_id_pk" PRIMARY KEY("group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "core"."signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid,
	"group_id" uuid,
	"named" boolean DEFAULT false NOT NULL,
	"logo" boolean DEFAULT false NOT NULL,
	"signed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signatures_person_key" UNIQUE("person_id","version"),
	CONSTRAINT "signatures_group_key" UNIQUE("group_id","version"),
	CONSTRAINT "signatures_one_signatory" CHECK (num_nonnulls("core"."signatures"."person_id", "core"."signatures"."group_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "core"."statement_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"comments_closed_at" timestamp with time zone,
	"published_version" integer,
	"demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."statements" (
	"version" integer PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sha256" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."draft_comments" ADD CONSTRAINT "draft_comments_draft_id_statement_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "core"."statement_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."draft_comments" ADD CONSTRAINT "draft_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."draft_groups" ADD CONSTRAINT "draft_groups_draft_id_statement_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "core"."statement_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."draft_groups" ADD CONSTRAINT "draft_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."draft_links" ADD CONSTRAINT "draft_links_draft_id_statement_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "core"."statement_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."group_signers" ADD CONSTRAINT "group_signers_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."group_signers" ADD CONSTRAINT "group_signers_position" FOREIGN KEY ("person_id","group_id") REFERENCES "core"."positions"("person_id","group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."signatures" ADD CONSTRAINT "signatures_version_statements_version_fk" FOREIGN KEY ("version") REFERENCES "ref"."statements"("version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."signatures" ADD CONSTRAINT "signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."signatures" ADD CONSTRAINT "signatures_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."signatures" ADD CONSTRAINT "signatures_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signatures_version_subject_index" ON "proj_member"."signatures" USING btree ("version","subject");--> statement-breakpoint
CREATE INDEX "signatures_version_subject_index" ON "proj_public"."signatures" USING btree ("version","subject");--> statement-breakpoint
CREATE INDEX "signatures_version_subject_index" ON "proj_steward"."signatures" USING btree ("version","subject");--> statement-breakpoint
CREATE INDEX "signatures_version_subject_index" ON "proj_weaver"."signatures" USING btree ("version","subject");--> statement-breakpoint
CREATE INDEX "draft_comments_draft" ON "core"."draft_comments" USING btree ("draft_id","place");--> statement-breakpoint
CREATE INDEX "draft_groups_group" ON "core"."draft_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "draft_links_draft" ON "core"."draft_links" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "group_signers_person" ON "core"."group_signers" USING btree ("person_id");--> statement-breakpoint
-- Who signed has to find the words they signed. Only a demo is taken down again.
CREATE FUNCTION "ref"."statements_stand"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'DELETE' and old.demo then return old; end if;
  raise exception 'A published statement stands as it is.';
end $$;--> statement-breakpoint
CREATE TRIGGER "statements_stand" BEFORE UPDATE OR DELETE ON "ref"."statements" FOR EACH ROW EXECUTE FUNCTION "ref"."statements_stand"();
