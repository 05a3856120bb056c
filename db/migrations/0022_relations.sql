CREATE TABLE "core"."relation_grants" (
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"category" text NOT NULL,
	"relation" text NOT NULL,
	"words_sha256" text NOT NULL,
	"policy_sha256" text NOT NULL,
	"given_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "relation_grants_subject_id_category_relation_policy_sha256_pk" PRIMARY KEY("subject_id","category","relation","policy_sha256")
);
--> statement-breakpoint
CREATE TABLE "core"."relation_rows" (
	"person_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"group_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	CONSTRAINT "relation_rows_person_id_relation_group_id_pk" PRIMARY KEY("person_id","relation","group_id")
);
--> statement-breakpoint
ALTER TABLE "core"."relation_rows" ADD CONSTRAINT "relation_rows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."relation_rows" ADD CONSTRAINT "relation_rows_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relation_rows_group" ON "core"."relation_rows" USING btree ("group_id");