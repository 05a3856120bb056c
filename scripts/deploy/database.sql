-- psql -U postgres -f database.sql: an owner who is no superuser and may make the hub's roles, and its database.
-- PostgreSQL 15 or newer. Choose a password of your own.
CREATE ROLE hub_owner LOGIN CREATEROLE PASSWORD 'change me';
CREATE DATABASE hub OWNER hub_owner ENCODING 'UTF8' TEMPLATE template0;
