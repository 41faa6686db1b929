-- Policies that somebody proposed and somebody else may publish.
CREATE TABLE policy_proposals (
  id uuid NOT NULL PRIMARY KEY,
  proposed_at timestamptz NOT NULL,
  author_id uuid NOT NULL,
  author text NOT NULL,
  policy text NOT NULL,
  state text NOT NULL,
  decided_by text,
  published text
);
CREATE INDEX policy_proposals_newest ON policy_proposals (proposed_at DESC);
