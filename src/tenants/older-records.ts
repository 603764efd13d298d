import { anyRecord } from '../cancellation/record/record-page.ts';
import type { RecordStore } from '../cancellation/record/record-store.ts';
import { singleTenant, type Tenancy } from '../config/tenancy.ts';

/**
 * What a file of tenants leaves open about the records that the store already has; null when that is nothing. Records are
 * never renamed, since the keys that were sent to providers follow from the name: so whose they are has to be said.
 */
export async function mistakeAboutRecords(
  store: Pick<RecordStore, 'page'>,
  { recordNames, singleTenantRecords }: Tenancy,
): Promise<string | null> {
  const hasRecords = async (tenant: string) => {
    const page = await store.page({ tenant, principalClass: null, filter: anyRecord, after: null, limit: 1 });
    return page.entries.length > 0;
  };
  if (recordNames === null) return null;
  if (singleTenantRecords === undefined && (await hasRecords(singleTenant))) {
    return 'TENANTS_FILE: singleTenantRecords is missing: the store has records of the time without the file; name the tenant whose they are, or null.';
  }
  if (typeof singleTenantRecords === 'string' && (await hasRecords(singleTenantRecords))) {
    return `TENANTS_FILE: singleTenantRecords names ${singleTenantRecords}, which has records of its own by now, and would lose sight of them.`;
  }
  return null;
}
