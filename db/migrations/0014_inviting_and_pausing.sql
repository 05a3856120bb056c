CREATE TABLE "core"."invitation_batch_people" (
	"batch_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "invitation_batch_people_batch_id_person_id_pk" PRIMARY KEY("batch_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "core"."invitation_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_by" text NOT NULL,
	"words" jsonb NOT NULL,
	"per_hour" integer NOT NULL,
	"sent_at" timestamp with time zone,
	"size" integer,
	"stopped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."invited_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."member_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"invited_by" uuid NOT NULL,
	"pair_hash" text NOT NULL,
	"label" text NOT NULL,
	"email" text,
	"name" text,
	"words" text,
	"token_hash" text,
	"locale" text NOT NULL,
	"mail_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_invitations_pair" UNIQUE("pair_hash"),
	CONSTRAINT "member_invitations_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "core"."pauses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"asked_by" uuid,
	"agreed_by" uuid,
	"reason" text NOT NULL,
	"objection" text,
	"standing_before" text,
	"begun_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pauses_person" UNIQUE("person_id")
);
--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "core"."invitations" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."rate_limits" ADD COLUMN "kept_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."invitation_batch_people" ADD CONSTRAINT "invitation_batch_people_batch_id_invitation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "core"."invitation_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invitation_batch_people" ADD CONSTRAINT "invitation_batch_people_person_id_imported_people_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."imported_people"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invited_people" ADD CONSTRAINT "invited_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."invited_people" ADD CONSTRAINT "invited_people_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."member_invitations" ADD CONSTRAINT "member_invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."pauses" ADD CONSTRAINT "pauses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "core"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."pauses" ADD CONSTRAINT "pauses_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."pauses" ADD CONSTRAINT "pauses_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "core"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_batch_people_person" ON "core"."invitation_batch_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invited_people_inviter" ON "core"."invited_people" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "member_invitations_inviter" ON "core"."member_invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "member_invitations_email" ON "core"."member_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "member_invitations_age" ON "core"."member_invitations" USING btree ("expires_at");