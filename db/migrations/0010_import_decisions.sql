ALTER TABLE "core"."duplicate_decisions" ADD COLUMN "other_before" jsonb;--> statement-breakpoint
ALTER TABLE "core"."import_runs" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "import_rows_suspects" ON "core"."import_rows" USING btree ("run_id","line") WHERE "core"."import_rows"."suspected_duplicate_of" is not null;