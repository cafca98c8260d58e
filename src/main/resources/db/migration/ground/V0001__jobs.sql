-- The table of db-scheduler (its documented PostgreSQL form): jobs shared by all processes.
CREATE TABLE ground.scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    priority smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON ground.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON ground.scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON ground.scheduled_tasks (priority DESC, execution_time ASC);
