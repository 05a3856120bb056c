import { migrateDatabase } from '#db/migrate.server';
import { roleUrls } from '#db/urls.server';

const [, , ownerUrl = '', secret = ''] = process.argv;
await migrateDatabase(roleUrls(ownerUrl, secret));
