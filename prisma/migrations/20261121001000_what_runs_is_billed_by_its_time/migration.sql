-- What runs is known by name, held for before it runs, and billed by the time that it ran.

CREATE TYPE resource_kind AS ENUM ('tool', 'model', 'deployment', 'guardrail', 'custom_script', 'volume');
CREATE TYPE resource_status AS ENUM ('draft', 'deployed', 'undeployed', 'failed', 'deleted');

-- What an account has on the platform: the platform says what there is, under ids of its own.
CREATE TABLE resources (
  account_id uuid NOT NULL REFERENCES accounts (id),
  kind resource_kind NOT NULL,
  id text NOT NULL CHECK (id ~ '^[!-~]{1,100}$' AND id !~ '/'),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  -- base or fine_tuned; the kind of deployment; whatever the platform distinguishes.
  type text NOT NULL DEFAULT '' CHECK (char_length(type) <= 63),
  -- A deployment's model.
  parent text,
  parent_kind resource_kind GENERATED ALWAYS AS (CASE WHEN parent IS NULL THEN NULL ELSE 'model'::resource_kind END) STORED,
  language text NOT NULL DEFAULT '' CHECK (char_length(language) <= 63),
  language_version text NOT NULL DEFAULT '' CHECK (char_length(language_version) <= 63),
  owner text NOT NULL DEFAULT '' CHECK (char_length(owner) <= 200),
  team text NOT NULL DEFAULT '' CHECK (char_length(team) <= 200),
  project text NOT NULL DEFAULT '' CHECK (char_length(project) <= 200),
  status resource_status NOT NULL,
  endpoint text NOT NULL DEFAULT '' CHECK (char_length(endpoint) <= 500),
  hardware text NOT NULL DEFAULT '' CHECK (char_length(hardware) <= 63),
  -- A volume's size in millionths of a GB, and the next UTC day whose storage is to be billed.
  size_gb bigint NOT NULL DEFAULT 0 CHECK (size_gb >= 0),
  storage_due date,
  last_active_at timestamptz(3),
  first_deployed_at timestamptz(3),
  last_deployed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  -- How many changes its history has.
  changes integer NOT NULL DEFAULT 1 CHECK (changes > 0),
  PRIMARY KEY (account_id, kind, id),
  FOREIGN KEY (account_id, parent_kind, parent) REFERENCES resources (account_id, kind, id),
  CONSTRAINT resources_parent CHECK (parent IS NULL OR kind = 'deployment'),
  CONSTRAINT resources_size CHECK (kind = 'volume' OR (size_gb = 0 AND storage_due IS NULL)),
  CONSTRAINT resources_deployed CHECK (
    (first_deployed_at IS NULL) = (last_deployed_at IS NULL) AND first_deployed_at <= last_deployed_at
    AND (status <> 'deployed' OR first_deployed_at IS NOT NULL)
  )
);
CREATE INDEX resources_storage_due_idx ON resources (storage_due) WHERE storage_due IS NOT NULL;
CREATE INDEX resources_parent_idx ON resources (account_id, parent) WHERE parent IS NOT NULL;

-- Every status that a resource had, and every size: storage is reckoned from it.
CREATE TABLE resource_status_changes (
  account_id uuid NOT NULL,
  kind resource_kind NOT NULL,
  id text NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  at timestamptz(3) NOT NULL,
  status resource_status NOT NULL,
  size_gb bigint NOT NULL DEFAULT 0 CHECK (size_gb >= 0),
  note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 500),
  changed_by text NOT NULL CHECK (char_length(changed_by) BETWEEN 1 AND 400),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, kind, id, no),
  FOREIGN KEY (account_id, kind, id) REFERENCES resources (account_id, kind, id)
);
CREATE TRIGGER resource_status_changes_are_append_only BEFORE UPDATE OR DELETE ON resource_status_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER resource_status_changes_are_never_truncated BEFORE TRUNCATE ON resource_status_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TYPE instance_kind AS ENUM ('gpu', 'inference', 'model_hosting', 'guardrail', 'custom_script');
CREATE TYPE instance_mode AS ENUM ('fixed', 'cycle');
CREATE TYPE instance_status AS ENUM ('running', 'stopped', 'failed', 'interrupted');

-- Something that runs and is billed by its time: held for in advance, settled when it ends or its cycle does.
CREATE TABLE instances (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id text NOT NULL CHECK (id ~ '^[!-~]{1,100}$' AND id !~ '/'),
  kind instance_kind NOT NULL,
  mode instance_mode NOT NULL,
  status instance_status NOT NULL DEFAULT 'running',
  -- The resource that it runs.
  resource_kind resource_kind,
  resource_id text,
  model text NOT NULL DEFAULT '' CHECK (char_length(model) <= 200),
  -- Of one replica: the type and number of its GPUs or machines; vCPUs and memory in millionths of one and of a GB.
  hardware text NOT NULL DEFAULT '' CHECK (char_length(hardware) <= 63),
  units integer NOT NULL CHECK (units BETWEEN 0 AND 10000),
  vcpus bigint NOT NULL DEFAULT 0 CHECK (vcpus >= 0),
  memory_gb bigint NOT NULL DEFAULT 0 CHECK (memory_gb >= 0),
  replicas integer NOT NULL CHECK (replicas BETWEEN 1 AND 10000),
  member text NOT NULL DEFAULT '',
  team text NOT NULL DEFAULT '',
  project text NOT NULL DEFAULT '',
  key_id text NOT NULL DEFAULT '',
  endpoint text NOT NULL DEFAULT '' CHECK (char_length(endpoint) <= 500),
  cycle_seconds integer NOT NULL DEFAULT 86400 CHECK (cycle_seconds BETWEEN 60 AND 86400),
  started_at timestamptz(3) NOT NULL,
  -- Of a fixed duration: when it is to end.
  planned_until timestamptz(3),
  -- When the running cycle ends; none when nothing runs any more.
  next_cycle_at timestamptz(3),
  stopped_at timestamptz(3),
  stop_reason text NOT NULL DEFAULT '' CHECK (char_length(stop_reason) <= 500),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- SHA-256 of what was asked for: the same id for something else is refused.
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, resource_kind, resource_id) REFERENCES resources (account_id, kind, id),
  CONSTRAINT instances_resource CHECK ((resource_kind IS NULL) = (resource_id IS NULL)),
  CONSTRAINT instances_mode CHECK ((mode = 'fixed') = (planned_until IS NOT NULL)),
  CONSTRAINT instances_plan CHECK (planned_until > started_at),
  CONSTRAINT instances_end CHECK (
    (status = 'running') = (stopped_at IS NULL) AND (status = 'running') = (next_cycle_at IS NOT NULL) AND stopped_at >= started_at
  )
);
CREATE INDEX instances_due_idx ON instances (next_cycle_at) WHERE status = 'running' AND mode = 'cycle';
CREATE INDEX instances_running_idx ON instances (account_id) WHERE status = 'running';
CREATE INDEX instances_started_at_idx ON instances (account_id, started_at DESC, id);
CREATE INDEX instances_resource_idx ON instances (account_id, resource_kind, resource_id) WHERE resource_id IS NOT NULL;

-- The time of an instance, cut into cycles without gap or overlap. A cycle has one price for each component, and one hold.
CREATE TABLE instance_cycles (
  account_id uuid NOT NULL,
  instance_id text NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  previous_no integer GENERATED ALWAYS AS (NULLIF(no - 1, 0)) STORED,
  from_at timestamptz(3) NOT NULL,
  -- Until when it is held for, and until when it ran.
  until_at timestamptz(3) NOT NULL,
  to_at timestamptz(3),
  replicas integer NOT NULL CHECK (replicas > 0),
  rate_card integer NOT NULL REFERENCES rate_cards (version),
  held bigint NOT NULL CHECK (held >= 0),
  -- None for what costs nothing.
  hold_id uuid,
  -- Meter, hardware, units and price of each part of the machine; what it cost, once that is known.
  components jsonb NOT NULL,
  used bigint CHECK (used >= 0),
  settled_at timestamptz(3),
  PRIMARY KEY (account_id, instance_id, no),
  UNIQUE (account_id, instance_id, no, to_at),
  UNIQUE (account_id, hold_id),
  FOREIGN KEY (account_id, instance_id) REFERENCES instances (account_id, id),
  FOREIGN KEY (account_id, hold_id) REFERENCES holds (account_id, id),
  -- A cycle begins where the one before ended.
  FOREIGN KEY (account_id, instance_id, previous_no, from_at)
    REFERENCES instance_cycles (account_id, instance_id, no, to_at),
  CONSTRAINT instance_cycles_time CHECK (until_at > from_at AND to_at >= from_at),
  CONSTRAINT instance_cycles_end CHECK ((to_at IS NULL) = (used IS NULL) AND (to_at IS NULL) = (settled_at IS NULL)),
  CONSTRAINT instance_cycles_hold CHECK ((held = 0) = (hold_id IS NULL))
);
CREATE UNIQUE INDEX instance_cycles_one_open_idx ON instance_cycles (account_id, instance_id) WHERE to_at IS NULL;
CREATE INDEX instance_cycles_ended_idx ON instance_cycles (account_id, to_at);

CREATE FUNCTION refuse_change_of_settled_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.to_at IS NOT NULL OR NEW.from_at <> OLD.from_at OR NEW.held <> OLD.held OR NEW.hold_id IS DISTINCT FROM OLD.hold_id
    OR NEW.rate_card <> OLD.rate_card OR NEW.replicas <> OLD.replicas THEN
    RAISE EXCEPTION 'cycle % of instance % is settled, or its terms are', OLD.no, OLD.instance_id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instance_cycles_are_settled_once BEFORE UPDATE ON instance_cycles
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_settled_cycle();
CREATE TRIGGER instance_cycles_are_never_deleted BEFORE DELETE ON instance_cycles
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_ended_instance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'running' OR NEW.started_at <> OLD.started_at OR NEW.kind <> OLD.kind OR NEW.mode <> OLD.mode THEN
    RAISE EXCEPTION 'instance % has ended: an instance ends once', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instances_end_once BEFORE UPDATE ON instances
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ended_instance();
CREATE TRIGGER instances_are_never_deleted BEFORE DELETE ON instances
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Which resource was used, as kind/id: "tool/web-search". '' where it is not said.
ALTER TABLE usage_events ADD COLUMN resource text NOT NULL DEFAULT '';
CREATE INDEX usage_events_resource_idx ON usage_events (account_id, resource, occurred_at) WHERE resource <> '';
ALTER TABLE usage_days ADD COLUMN resource text NOT NULL DEFAULT '';
ALTER TABLE usage_days DROP CONSTRAINT usage_days_pkey;
ALTER TABLE usage_days ADD PRIMARY KEY (account_id, day, unit, feature, operation, model, member, team, project, key_id, mandate, resource);
CREATE INDEX usage_days_resource_idx ON usage_days (account_id, resource, day) WHERE resource <> '';

DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['resources', 'resource_status_changes', 'instances', 'instance_cycles'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      $policy$CREATE POLICY own_account ON %1$I USING (
        account_id = ANY ((SELECT string_to_array(current_setting('app.account_id', true), ',')::uuid[])::uuid[])
        OR (SELECT current_setting('app.every_account', true)) = 'on'
      )$policy$, tenant);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON resources, instances, instance_cycles TO ecu_app;
GRANT SELECT, INSERT ON resource_status_changes TO ecu_app;
