-- The step of a trace (W3C traceparent) in which a mail or a message was put here, so that its sending goes on with it. Null: it belongs to no trace.
alter table mails
    add column traceparent text;
alter table webhook_messages
    add column traceparent text;
