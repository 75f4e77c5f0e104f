-- Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
--
-- Offered, answered, abandoned, service level and waiting per queue and 15 minutes, as Flink SQL.

-- `time` stays text: only one event in seven is one whose time is needed.
CREATE TEMPORARY TABLE events (
  interaction STRING,
  `type` STRING,
  `time` STRING,
  queue STRING,
  toQueue STRING,
  arrival AS PROCTIME()
) WITH (
  'connector' = 'kafka',
  'topic' = '${events}',
  'properties.bootstrap.servers' = '${bootstrapServers}',
  'properties.group.id' = 'peer-flink-sql',
  'properties.interceptor.classes' = 'io.tideboard.bench.FirstPoll',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);

CREATE TEMPORARY TABLE results (
  queue STRING,
  `start` BIGINT,
  offered BIGINT,
  answered BIGINT,
  answeredWithin BIGINT,
  abandoned BIGINT,
  waiting BIGINT,
  serviceLevel DOUBLE,
  PRIMARY KEY (queue, `start`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = '${results}',
  'properties.bootstrap.servers' = '${bootstrapServers}',
  'key.format' = 'json',
  'value.format' = 'json'
);

-- What begins or ends a visit. A transfer or an escalation that names a queue begins one there.
CREATE TEMPORARY VIEW steps AS
SELECT
  interaction,
  `type`,
  CAST(REPLACE(REPLACE(`time`, 'T', ' '), 'Z', '') AS TIMESTAMP(6)) AS happened,
  CASE
    WHEN `type` = 'interaction.queued' THEN queue
    WHEN `type` IN ('interaction.transferred', 'interaction.escalated') THEN toQueue
  END AS joins,
  arrival
FROM events
WHERE `type` IN (
  'interaction.queued', 'interaction.transferred', 'interaction.escalated',
  'interaction.answered', 'interaction.abandoned', 'interaction.dequeued',
  'interaction.callback_requested');

-- An interaction may come back to a queue in which it has been.
CREATE TEMPORARY VIEW numbered AS
SELECT *, COUNT(joins) OVER (PARTITION BY interaction ORDER BY arrival) AS visit
FROM steps;

CREATE TEMPORARY VIEW visits AS
SELECT
  MAX(joins) AS queue,
  MIN(happened) FILTER (WHERE joins IS NOT NULL) AS beganAt,
  MIN(happened) FILTER (WHERE joins IS NULL) AS endedAt,
  MIN(`type`) FILTER (WHERE joins IS NULL) AS outcome
FROM numbered
WHERE visit > 0
GROUP BY interaction, visit;

CREATE TEMPORARY VIEW outcomes AS
SELECT
  queue,
  TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', beganAt) / 900 * 900 AS `start`,
  CASE WHEN outcome = 'interaction.answered' THEN 1 ELSE 0 END AS answered,
  CASE WHEN outcome = 'interaction.answered' AND endedAt <= beganAt + INTERVAL '20' SECOND
    THEN 1 ELSE 0 END AS answeredWithin,
  CASE WHEN outcome = 'interaction.abandoned' THEN 1 ELSE 0 END AS abandoned,
  CASE WHEN outcome IS NULL THEN 1 ELSE 0 END AS waiting
FROM visits;

INSERT INTO results
SELECT
  queue,
  `start`,
  COUNT(*),
  SUM(answered),
  SUM(answeredWithin),
  SUM(abandoned),
  SUM(waiting),
  CAST(SUM(answeredWithin) AS DOUBLE) / NULLIF(SUM(answered) + SUM(abandoned), 0)
FROM outcomes
GROUP BY queue, `start`;
