-- The newest incidents under the console's filters. Each filter leads one index, and neighbours of the ring share one in order.
CREATE INDEX incidents_by_action ON incidents (action, severity, rounded_at DESC, id DESC);
CREATE INDEX incidents_by_severity ON incidents (severity, surface, rounded_at DESC, id DESC);
CREATE INDEX incidents_by_surface ON incidents (surface, outcome, rounded_at DESC, id DESC);
CREATE INDEX incidents_by_outcome ON incidents (outcome, action, rounded_at DESC, id DESC);
