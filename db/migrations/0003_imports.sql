CREATE TABLE "core"."duplicate_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"source" text,
	"source_id" text,
	"run_id" uuid,
	"before" jsonb,
	"version" integer,
	"decided_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."import_file_parts" (
	"file_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_file_parts_file_id_part_pk" PRIMARY KEY("file_id","part")
);
--> statement-breakpoint
CREATE TABLE "core"."import_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"uploaded_by" uuid,
	"run_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."import_rows" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "core"."import_rows" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "core"."import_rows" ADD COLUMN "undo" text;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "encoding" text;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "header_sha256" text;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "rows" integer;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "last_line" integer;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "worker" uuid;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "undo_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "core"."duplicate_decisions" ADD CONSTRAINT "duplicate_decisions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."duplicate_decisions" ADD CONSTRAINT "duplicate_decisions_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "core"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."import_file_parts" ADD CONSTRAINT "import_file_parts_file_id_import_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "core"."import_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."import_files" ADD CONSTRAINT "import_files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."import_files" ADD CONSTRAINT "import_files_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "core"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_decisions_pair" ON "core"."duplicate_decisions" USING btree ("other_id","group_id");--> statement-breakpoint
CREATE INDEX "duplicate_decisions_group" ON "core"."duplicate_decisions" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "duplicate_decisions_source" ON "core"."duplicate_decisions" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "duplicate_decisions_run" ON "core"."duplicate_decisions" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "import_files_run" ON "core"."import_files" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "import_files_uploaded_by" ON "core"."import_files" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "import_runs_file" ON "core"."import_runs" USING btree ("file_sha256");--> statement-breakpoint
CREATE INDEX "import_runs_header" ON "core"."import_runs" USING btree ("header_sha256");