ALTER INDEX "proj_member"."groups_tsv_index" SET (fastupdate = on, gin_pending_list_limit = 256);--> statement-breakpoint
ALTER INDEX "proj_public"."groups_tsv_index" SET (fastupdate = on, gin_pending_list_limit = 256);--> statement-breakpoint
ALTER INDEX "proj_steward"."groups_tsv_index" SET (fastupdate = on, gin_pending_list_limit = 256);--> statement-breakpoint
ALTER INDEX "proj_weaver"."groups_tsv_index" SET (fastupdate = on, gin_pending_list_limit = 256);
