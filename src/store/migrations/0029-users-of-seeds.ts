/**
 * The first seeds made keys of RAM users that were no rows of their own: those get one, without policies, as a seed
 * makes them today. What was made before times were kept is as old as its account.
 */
export const usersOfSeeds: readonly string[] = [
  `INSERT INTO ram_user (user_id, account_id, user_name, display_name, mobile_phone, email, comments, created_at_ms,
     updated_at_ms)
   SELECT CAST(200000000000000000 + ROW_NUMBER() OVER (ORDER BY k.account_id, k.user_name) AS TEXT), k.account_id,
     k.user_name, k.user_name, '', '', '', a.created_at_ms, a.created_at_ms
   FROM (SELECT DISTINCT account_id, user_name FROM access_key WHERE user_name <> '') k
   JOIN account a ON a.account_id = k.account_id
   WHERE NOT EXISTS (SELECT 1 FROM ram_user u WHERE u.account_id = k.account_id AND u.user_name = k.user_name)`,
  `UPDATE access_key SET created_at_ms =
     (SELECT a.created_at_ms FROM account a WHERE a.account_id = access_key.account_id)
   WHERE created_at_ms = 0`,
];
