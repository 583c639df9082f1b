import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { appRole } from '../provision.ts'

/** The queue's library tells its failures with the words of what failed, which could be personal. We tell them ourselves. */
export const silent = new Logger(() => () => {})

/**
 * Brings the queue's own tables to the form its library expects, as their owner, and lets the application use them: the
 * library closes them to everybody else, row by row.
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: 'simbiosi migrate' })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: silent })
    await pool.query(`
      grant usage on schema graphile_worker to ${appRole};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${appRole};
      grant usage, select on all sequences in schema graphile_worker to ${appRole};
      do $$
      declare closed name;
      begin
        for closed in
          select relname from pg_class
          where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
            and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'simbiosi')
        loop
          execute format('create policy simbiosi on graphile_worker.%I to ${appRole} using (true) with check (true)', closed);
        end loop;
      end
      $$`)
  } finally {
    await pool.end()
  }
}
