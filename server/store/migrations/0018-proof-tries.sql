-- Wrong proofs count against the session that gave them: a stranger at the sign-in page cannot keep somebody from proving who they are.
ALTER TABLE sessions ADD COLUMN proof_tries smallint NOT NULL DEFAULT 0;
