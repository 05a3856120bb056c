CREATE TABLE "core"."departures" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"erase_at" timestamp with time zone NOT NULL,
	"standing_before" text NOT NULL,
	"hidden_from" text
);
--> statement-breakpoint
CREATE TABLE "core"."objections" (
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "objections_person_id_purpose_pk" PRIMARY KEY("person_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "ref"."statistics" (
	"name" text NOT NULL,
	"cell" text DEFAULT '' NOT NULL,
	"value" integer,
	"least" integer NOT NULL,
	"step" integer NOT NULL,
	"counted_on" date NOT NULL,
	CONSTRAINT "statistics_name_cell_pk" PRIMARY KEY("name","cell")
);
--> statement-breakpoint
ALTER TABLE "core"."departures" ADD CONSTRAINT "departures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."objections" ADD CONSTRAINT "objections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "departures_due" ON "core"."departures" USING btree ("erase_at");