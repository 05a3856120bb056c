CREATE INDEX "groups_quiet" ON "proj_member"."groups" USING btree ("quiet_since") WHERE quiet_since is not null;--> statement-breakpoint
CREATE INDEX "words_prefix" ON "proj_member"."words" USING btree ("subject","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "groups_quiet" ON "proj_public"."groups" USING btree ("quiet_since") WHERE quiet_since is not null;--> statement-breakpoint
CREATE INDEX "words_prefix" ON "proj_public"."words" USING btree ("subject","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "groups_quiet" ON "proj_steward"."groups" USING btree ("quiet_since") WHERE quiet_since is not null;--> statement-breakpoint
CREATE INDEX "words_prefix" ON "proj_steward"."words" USING btree ("subject","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "groups_quiet" ON "proj_weaver"."groups" USING btree ("quiet_since") WHERE quiet_since is not null;--> statement-breakpoint
CREATE INDEX "words_prefix" ON "proj_weaver"."words" USING btree ("subject","word" text_pattern_ops);