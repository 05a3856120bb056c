CREATE TABLE "core"."set_up_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hash" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "set_up_links_hash_key" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "ref"."network" ADD COLUMN "theme_color" text;--> statement-breakpoint
ALTER TABLE "ref"."network" ADD COLUMN "locales" text[] DEFAULT '{en,es}' NOT NULL;--> statement-breakpoint
ALTER TABLE "ref"."network" ADD COLUMN "default_locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "ref"."network" ADD COLUMN "set_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ref"."interests" ADD COLUMN "retired" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ref"."interests" ADD COLUMN "merged_into" integer;--> statement-breakpoint
ALTER TABLE "ref"."skills" ADD COLUMN "retired" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ref"."skills" ADD COLUMN "merged_into" integer;