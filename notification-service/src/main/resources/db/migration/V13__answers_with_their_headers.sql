-- The headers with which a kept answer went out, as one document.
alter table idempotency
    add column headers jsonb;
update idempotency
set headers = jsonb_strip_nulls(jsonb_build_object('Content-Type', content_type, 'ETag', tag))
where status is not null;
alter table idempotency
    drop column content_type,
    drop column tag;
