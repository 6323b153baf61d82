-- Run once, by PostgreSQL's superuser, when the volume is empty. The application's role owns its database and
-- nothing else: no other role, no other database, no file of the server.
\set password `cat /run/secrets/postgresql_jisr_password`
CREATE ROLE jisr LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE jisr OWNER jisr;
REVOKE CONNECT ON DATABASE jisr FROM PUBLIC;
