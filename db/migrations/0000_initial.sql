CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
CREATE SCHEMA "core";
--> statement-breakpoint
CREATE SCHEMA "ref";
--> statement-breakpoint
CREATE SCHEMA "proj_member";
--> statement-breakpoint
CREATE SCHEMA "proj_public";
--> statement-breakpoint
CREATE SCHEMA "proj_steward";
--> statement-breakpoint
CREATE SCHEMA "proj_weaver";
--> statement-breakpoint
CREATE TABLE "core"."accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"locale" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_personId_unique" UNIQUE("person_id"),
	CONSTRAINT "accounts_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "core"."role_grants" (
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_grants_account_id_role_pk" PRIMARY KEY("account_id","role")
);
--> statement-breakpoint
CREATE TABLE "core"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."sign_in_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"redirect_to" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."sign_in_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"redirect_to" text,
	"from_console" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."group_interests" (
	"group_id" uuid NOT NULL,
	"interest_id" integer NOT NULL,
	CONSTRAINT "group_interests_group_id_interest_id_pk" PRIMARY KEY("group_id","interest_id")
);
--> statement-breakpoint
CREATE TABLE "core"."group_links" (
	"group_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"url" text NOT NULL,
	"label" text,
	CONSTRAINT "group_links_group_id_position_pk" PRIMARY KEY("group_id","position")
);
--> statement-breakpoint
CREATE TABLE "core"."groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"standing" text DEFAULT 'listed' NOT NULL,
	"name" text NOT NULL,
	"abbreviation" text,
	"purpose" text,
	"activities" text,
	"website" text,
	"town_id" integer,
	"region_key" text,
	"country" char(2),
	"place_text" text,
	"email" text,
	"street_address" text,
	"source" text,
	"source_id" text,
	"source_note" text,
	"listed_on" date DEFAULT current_date NOT NULL,
	"last_confirmed_on" date,
	"demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_slug_key" UNIQUE("slug"),
	CONSTRAINT "groups_standing_check" CHECK ("core"."groups"."standing" in ('listed','member'))
);
--> statement-breakpoint
CREATE TABLE "core"."positions" (
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text,
	"leads" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "positions_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "core"."import_rows" (
	"run_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"source_id" text,
	"outcome" text NOT NULL,
	"notes" jsonb NOT NULL,
	"subject_id" uuid,
	"unplaced" boolean DEFAULT false NOT NULL,
	"suspected_duplicate_of" uuid,
	CONSTRAINT "import_rows_run_id_line_pk" PRIMARY KEY("run_id","line")
);
--> statement-breakpoint
CREATE TABLE "core"."import_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"started_by" text NOT NULL,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."network" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"purpose" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_one_row" CHECK ("ref"."network"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "core"."outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"template" text NOT NULL,
	"about" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone,
	"last_error" text,
	"provider_id" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"hits" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "core"."people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handle" text NOT NULL,
	"standing" text DEFAULT 'newcomer' NOT NULL,
	"name" text NOT NULL,
	"alias" text,
	"alias_only" boolean DEFAULT false NOT NULL,
	"pronouns" text,
	"headline" text,
	"bio" text,
	"network_roles" text[] DEFAULT '{}' NOT NULL,
	"town_id" integer,
	"region_key" text,
	"country" char(2),
	"exact_place" text,
	"contact_email" text,
	"contact_phone" text,
	"contact_handle" text,
	"identity" text,
	"needs" text,
	"weaving" boolean DEFAULT false NOT NULL,
	"off_map" boolean DEFAULT false NOT NULL,
	"not_indexed" boolean DEFAULT true NOT NULL,
	"joined_on" date,
	"last_confirmed_on" date,
	"demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_handle_key" UNIQUE("handle"),
	CONSTRAINT "people_standing_check" CHECK ("core"."people"."standing" in ('imported','newcomer','member','hidden','held'))
);
--> statement-breakpoint
CREATE TABLE "core"."person_interests" (
	"person_id" uuid NOT NULL,
	"interest_id" integer NOT NULL,
	CONSTRAINT "person_interests_person_id_interest_id_pk" PRIMARY KEY("person_id","interest_id")
);
--> statement-breakpoint
CREATE TABLE "core"."person_languages" (
	"person_id" uuid NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "person_languages_person_id_code_pk" PRIMARY KEY("person_id","code")
);
--> statement-breakpoint
CREATE TABLE "core"."person_links" (
	"person_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"url" text NOT NULL,
	"label" text,
	CONSTRAINT "person_links_person_id_position_pk" PRIMARY KEY("person_id","position")
);
--> statement-breakpoint
CREATE TABLE "core"."person_skills" (
	"person_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	"wants_to_learn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "person_skills_person_id_skill_id_wants_to_learn_pk" PRIMARY KEY("person_id","skill_id","wants_to_learn")
);
--> statement-breakpoint
CREATE TABLE "ref"."country" (
	"code" char(2) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"population" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."dataset" (
	"name" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."place" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"country" char(2) NOT NULL,
	"region_key" text,
	"population" integer NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"geo" "point" GENERATED ALWAYS AS (point(lng, lat)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."place_alias" (
	"folded" text NOT NULL,
	"place_id" integer,
	"region_key" text,
	"country" char(2),
	CONSTRAINT "place_alias_key" UNIQUE NULLS NOT DISTINCT("folded","place_id","region_key","country"),
	CONSTRAINT "place_alias_names_one" CHECK (num_nonnulls(place_id, region_key, country) = 1)
);
--> statement-breakpoint
CREATE TABLE "ref"."postal_code" (
	"country" char(2) NOT NULL,
	"code" text NOT NULL,
	"place_id" integer NOT NULL,
	CONSTRAINT "postal_code_country_code_pk" PRIMARY KEY("country","code")
);
--> statement-breakpoint
CREATE TABLE "ref"."region" (
	"key" text PRIMARY KEY NOT NULL,
	"country" char(2) NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"population" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proj_member"."groups" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"standing" text NOT NULL,
	"abbreviation" text,
	"purpose" text,
	"activities" text,
	"website" text,
	"links" jsonb,
	"interest_ids" integer[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"place_text" text,
	"source_note" text,
	"email" text,
	"street_address" text,
	"listed_on" date,
	"last_confirmed_month" date,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "proj_member"."people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"pronouns" text,
	"headline" text,
	"bio" text,
	"links" jsonb,
	"network_roles" text[],
	"interest_ids" integer[],
	"skill_ids" integer[],
	"learn_ids" integer[],
	"language_codes" text[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"joined_month" date,
	"last_confirmed_month" date,
	"needs" text,
	"weaving" boolean,
	"not_indexed" boolean NOT NULL,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "people_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "proj_member"."positions" (
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text,
	"leads" boolean NOT NULL,
	CONSTRAINT "positions_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "proj_member"."words" (
	"subject" text NOT NULL,
	"word" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "words_subject_word_pk" PRIMARY KEY("subject","word")
);
--> statement-breakpoint
CREATE TABLE "proj_public"."groups" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"standing" text NOT NULL,
	"abbreviation" text,
	"purpose" text,
	"activities" text,
	"website" text,
	"links" jsonb,
	"interest_ids" integer[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"place_text" text,
	"source_note" text,
	"email" text,
	"street_address" text,
	"listed_on" date,
	"last_confirmed_month" date,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "proj_public"."people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"pronouns" text,
	"headline" text,
	"bio" text,
	"links" jsonb,
	"network_roles" text[],
	"interest_ids" integer[],
	"skill_ids" integer[],
	"learn_ids" integer[],
	"language_codes" text[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"joined_month" date,
	"last_confirmed_month" date,
	"needs" text,
	"weaving" boolean,
	"not_indexed" boolean NOT NULL,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "people_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "proj_public"."positions" (
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text,
	"leads" boolean NOT NULL,
	CONSTRAINT "positions_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "proj_public"."words" (
	"subject" text NOT NULL,
	"word" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "words_subject_word_pk" PRIMARY KEY("subject","word")
);
--> statement-breakpoint
CREATE TABLE "proj_steward"."groups" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"standing" text NOT NULL,
	"abbreviation" text,
	"purpose" text,
	"activities" text,
	"website" text,
	"links" jsonb,
	"interest_ids" integer[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"place_text" text,
	"source_note" text,
	"email" text,
	"street_address" text,
	"listed_on" date,
	"last_confirmed_month" date,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "proj_steward"."people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"pronouns" text,
	"headline" text,
	"bio" text,
	"links" jsonb,
	"network_roles" text[],
	"interest_ids" integer[],
	"skill_ids" integer[],
	"learn_ids" integer[],
	"language_codes" text[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"joined_month" date,
	"last_confirmed_month" date,
	"needs" text,
	"weaving" boolean,
	"not_indexed" boolean NOT NULL,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "people_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "proj_steward"."positions" (
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text,
	"leads" boolean NOT NULL,
	CONSTRAINT "positions_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "proj_steward"."words" (
	"subject" text NOT NULL,
	"word" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "words_subject_word_pk" PRIMARY KEY("subject","word")
);
--> statement-breakpoint
CREATE TABLE "proj_weaver"."groups" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"standing" text NOT NULL,
	"abbreviation" text,
	"purpose" text,
	"activities" text,
	"website" text,
	"links" jsonb,
	"interest_ids" integer[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"place_text" text,
	"source_note" text,
	"email" text,
	"street_address" text,
	"listed_on" date,
	"last_confirmed_month" date,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "proj_weaver"."people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"pronouns" text,
	"headline" text,
	"bio" text,
	"links" jsonb,
	"network_roles" text[],
	"interest_ids" integer[],
	"skill_ids" integer[],
	"learn_ids" integer[],
	"language_codes" text[],
	"region_key" text,
	"country" char(2),
	"town_id" integer,
	"geo" "point",
	"joined_month" date,
	"last_confirmed_month" date,
	"needs" text,
	"weaving" boolean,
	"not_indexed" boolean NOT NULL,
	"words" text[] NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "people_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "proj_weaver"."positions" (
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text,
	"leads" boolean NOT NULL,
	CONSTRAINT "positions_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "proj_weaver"."words" (
	"subject" text NOT NULL,
	"word" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "words_subject_word_pk" PRIMARY KEY("subject","word")
);
--> statement-breakpoint
CREATE TABLE "ref"."policies" (
	"version" integer PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"sha256" text NOT NULL,
	"in_force" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "core"."sharing_grants" (
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"category" text NOT NULL,
	"audience" text NOT NULL,
	"words_sha256" text NOT NULL,
	"policy_sha256" text NOT NULL,
	"given_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sharing_grants_subject_id_category_pk" PRIMARY KEY("subject_id","category")
);
--> statement-breakpoint
CREATE TABLE "ref"."interests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ref"."interests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"labels" jsonb NOT NULL,
	CONSTRAINT "interests_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "ref"."languages" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."skills" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ref"."skills_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"labels" jsonb NOT NULL,
	CONSTRAINT "skills_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "core"."topic_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"folded" text NOT NULL,
	"group_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "core"."accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."role_grants" ADD CONSTRAINT "role_grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."sign_in_tokens" ADD CONSTRAINT "sign_in_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "core"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."group_interests" ADD CONSTRAINT "group_interests_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."group_interests" ADD CONSTRAINT "group_interests_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "ref"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."group_links" ADD CONSTRAINT "group_links_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."positions" ADD CONSTRAINT "positions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."positions" ADD CONSTRAINT "positions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "core"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."import_rows" ADD CONSTRAINT "import_rows_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "core"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_interests" ADD CONSTRAINT "person_interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_interests" ADD CONSTRAINT "person_interests_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "ref"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_languages" ADD CONSTRAINT "person_languages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_languages" ADD CONSTRAINT "person_languages_code_languages_code_fk" FOREIGN KEY ("code") REFERENCES "ref"."languages"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_links" ADD CONSTRAINT "person_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_skills" ADD CONSTRAINT "person_skills_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."person_skills" ADD CONSTRAINT "person_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "ref"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_account" ON "core"."sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_tokens_account" ON "core"."sign_in_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "group_interests_interest" ON "core"."group_interests" USING btree ("interest_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_source_key" ON "core"."groups" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "groups_website" ON "core"."groups" USING btree ("website");--> statement-breakpoint
CREATE INDEX "positions_group" ON "core"."positions" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "import_rows_subject" ON "core"."import_rows" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "core"."outbox" USING btree ("state","run_at");--> statement-breakpoint
CREATE INDEX "person_interests_interest" ON "core"."person_interests" USING btree ("interest_id");--> statement-breakpoint
CREATE INDEX "person_skills_skill" ON "core"."person_skills" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "place_folded" ON "ref"."place" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "place_large_folded" ON "ref"."place" USING btree ("folded" text_pattern_ops) WHERE population > 15000;--> statement-breakpoint
CREATE INDEX "place_huge_folded" ON "ref"."place" USING btree ("folded" text_pattern_ops) WHERE population > 200000;--> statement-breakpoint
CREATE INDEX "place_region" ON "ref"."place" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "place_geo" ON "ref"."place" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "place_alias_folded" ON "ref"."place_alias" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "region_folded" ON "ref"."region" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "groups_sort_name_slug_index" ON "proj_member"."groups" USING btree ("sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_listed_on_sort_name_slug_index" ON "proj_member"."groups" USING btree ("listed_on" DESC NULLS LAST,"sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_region_key_index" ON "proj_member"."groups" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "groups_country_index" ON "proj_member"."groups" USING btree ("country");--> statement-breakpoint
CREATE INDEX "groups_tsv_index" ON "proj_member"."groups" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_interest_ids_index" ON "proj_member"."groups" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_geo_index" ON "proj_member"."groups" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "people_sort_name_handle_index" ON "proj_member"."people" USING btree ("sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_joined_month_sort_name_handle_index" ON "proj_member"."people" USING btree ("joined_month" DESC NULLS LAST,"sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_region_key_index" ON "proj_member"."people" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "people_country_index" ON "proj_member"."people" USING btree ("country");--> statement-breakpoint
CREATE INDEX "people_tsv_index" ON "proj_member"."people" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_interest_ids_index" ON "proj_member"."people" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_skill_ids_index" ON "proj_member"."people" USING gin ("skill_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_learn_ids_index" ON "proj_member"."people" USING gin ("learn_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_language_codes_index" ON "proj_member"."people" USING gin ("language_codes") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_geo_index" ON "proj_member"."people" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "positions_group_id_index" ON "proj_member"."positions" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "words_word_index" ON "proj_member"."words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "groups_sort_name_slug_index" ON "proj_public"."groups" USING btree ("sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_listed_on_sort_name_slug_index" ON "proj_public"."groups" USING btree ("listed_on" DESC NULLS LAST,"sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_region_key_index" ON "proj_public"."groups" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "groups_country_index" ON "proj_public"."groups" USING btree ("country");--> statement-breakpoint
CREATE INDEX "groups_tsv_index" ON "proj_public"."groups" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_interest_ids_index" ON "proj_public"."groups" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_geo_index" ON "proj_public"."groups" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "people_sort_name_handle_index" ON "proj_public"."people" USING btree ("sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_joined_month_sort_name_handle_index" ON "proj_public"."people" USING btree ("joined_month" DESC NULLS LAST,"sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_region_key_index" ON "proj_public"."people" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "people_country_index" ON "proj_public"."people" USING btree ("country");--> statement-breakpoint
CREATE INDEX "people_tsv_index" ON "proj_public"."people" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_interest_ids_index" ON "proj_public"."people" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_skill_ids_index" ON "proj_public"."people" USING gin ("skill_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_learn_ids_index" ON "proj_public"."people" USING gin ("learn_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_language_codes_index" ON "proj_public"."people" USING gin ("language_codes") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_geo_index" ON "proj_public"."people" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "positions_group_id_index" ON "proj_public"."positions" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "words_word_index" ON "proj_public"."words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "groups_sort_name_slug_index" ON "proj_steward"."groups" USING btree ("sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_listed_on_sort_name_slug_index" ON "proj_steward"."groups" USING btree ("listed_on" DESC NULLS LAST,"sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_region_key_index" ON "proj_steward"."groups" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "groups_country_index" ON "proj_steward"."groups" USING btree ("country");--> statement-breakpoint
CREATE INDEX "groups_tsv_index" ON "proj_steward"."groups" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_interest_ids_index" ON "proj_steward"."groups" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_geo_index" ON "proj_steward"."groups" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "people_sort_name_handle_index" ON "proj_steward"."people" USING btree ("sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_joined_month_sort_name_handle_index" ON "proj_steward"."people" USING btree ("joined_month" DESC NULLS LAST,"sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_region_key_index" ON "proj_steward"."people" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "people_country_index" ON "proj_steward"."people" USING btree ("country");--> statement-breakpoint
CREATE INDEX "people_tsv_index" ON "proj_steward"."people" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_interest_ids_index" ON "proj_steward"."people" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_skill_ids_index" ON "proj_steward"."people" USING gin ("skill_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_learn_ids_index" ON "proj_steward"."people" USING gin ("learn_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_language_codes_index" ON "proj_steward"."people" USING gin ("language_codes") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_geo_index" ON "proj_steward"."people" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "positions_group_id_index" ON "proj_steward"."positions" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "words_word_index" ON "proj_steward"."words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "groups_sort_name_slug_index" ON "proj_weaver"."groups" USING btree ("sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_listed_on_sort_name_slug_index" ON "proj_weaver"."groups" USING btree ("listed_on" DESC NULLS LAST,"sort_name","slug");--> statement-breakpoint
CREATE INDEX "groups_region_key_index" ON "proj_weaver"."groups" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "groups_country_index" ON "proj_weaver"."groups" USING btree ("country");--> statement-breakpoint
CREATE INDEX "groups_tsv_index" ON "proj_weaver"."groups" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_interest_ids_index" ON "proj_weaver"."groups" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_geo_index" ON "proj_weaver"."groups" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "people_sort_name_handle_index" ON "proj_weaver"."people" USING btree ("sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_joined_month_sort_name_handle_index" ON "proj_weaver"."people" USING btree ("joined_month" DESC NULLS LAST,"sort_name","handle");--> statement-breakpoint
CREATE INDEX "people_region_key_index" ON "proj_weaver"."people" USING btree ("region_key");--> statement-breakpoint
CREATE INDEX "people_country_index" ON "proj_weaver"."people" USING btree ("country");--> statement-breakpoint
CREATE INDEX "people_tsv_index" ON "proj_weaver"."people" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_interest_ids_index" ON "proj_weaver"."people" USING gin ("interest_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_skill_ids_index" ON "proj_weaver"."people" USING gin ("skill_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_learn_ids_index" ON "proj_weaver"."people" USING gin ("learn_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_language_codes_index" ON "proj_weaver"."people" USING gin ("language_codes") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_geo_index" ON "proj_weaver"."people" USING gist ("geo");--> statement-breakpoint
CREATE INDEX "positions_group_id_index" ON "proj_weaver"."positions" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "words_word_index" ON "proj_weaver"."words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "topic_proposals_key" ON "core"."topic_proposals" USING btree ("kind","folded","group_id");