ALTER TABLE "core"."delisted_groups" ADD COLUMN "keyed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."delisted_groups" ADD COLUMN "source_hash" text;