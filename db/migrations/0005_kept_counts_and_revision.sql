CREATE TABLE "proj_member"."counts" (
	"subject" text NOT NULL,
	"given_facet" text NOT NULL,
	"given_key" text NOT NULL,
	"facet" text NOT NULL,
	"key" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "counts_subject_given_facet_given_key_facet_key_pk" PRIMARY KEY("subject","given_facet","given_key","facet","key")
);
--> statement-breakpoint
CREATE TABLE "proj_public"."counts" (
	"subject" text NOT NULL,
	"given_facet" text NOT NULL,
	"given_key" text NOT NULL,
	"facet" text NOT NULL,
	"key" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "counts_subject_given_facet_given_key_facet_key_pk" PRIMARY KEY("subject","given_facet","given_key","facet","key")
);
--> statement-breakpoint
CREATE TABLE "proj_steward"."counts" (
	"subject" text NOT NULL,
	"given_facet" text NOT NULL,
	"given_key" text NOT NULL,
	"facet" text NOT NULL,
	"key" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "counts_subject_given_facet_given_key_facet_key_pk" PRIMARY KEY("subject","given_facet","given_key","facet","key")
);
--> statement-breakpoint
CREATE TABLE "proj_weaver"."counts" (
	"subject" text NOT NULL,
	"given_facet" text NOT NULL,
	"given_key" text NOT NULL,
	"facet" text NOT NULL,
	"key" text NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "counts_subject_given_facet_given_key_facet_key_pk" PRIMARY KEY("subject","given_facet","given_key","facet","key")
);
--> statement-breakpoint
CREATE TABLE "ref"."revision" (
	"topic" text NOT NULL,
	"n" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "groups_name_words" ON "proj_member"."groups" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_name_words" ON "proj_member"."people" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_name_words" ON "proj_public"."groups" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_name_words" ON "proj_public"."people" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_name_words" ON "proj_steward"."groups" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_name_words" ON "proj_steward"."people" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "groups_name_words" ON "proj_weaver"."groups" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_name_words" ON "proj_weaver"."people" USING gin (to_tsvector('simple', sort_name)) WITH (fastupdate=false);