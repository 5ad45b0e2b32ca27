ALTER TABLE mailbox_entry ADD COLUMN is_pending {flag} NOT NULL DEFAULT 0;
