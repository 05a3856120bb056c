CREATE TABLE "core"."policy_drafts" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"document" text NOT NULL,
	"based_on" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policy_drafts_one_row" CHECK ("core"."policy_drafts"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "ref"."policies" ADD COLUMN "published_by" text;
--> statement-breakpoint
-- Whoever agreed under a version has to find it as it was.
CREATE FUNCTION "ref"."policies_stand"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'in_force' = to_jsonb(old) - 'in_force' then return new; end if;
  raise exception 'A published policy stands as it is.';
end $$;--> statement-breakpoint
CREATE TRIGGER "policies_stand" BEFORE UPDATE OR DELETE ON "ref"."policies" FOR EACH ROW EXECUTE FUNCTION "ref"."policies_stand"();
