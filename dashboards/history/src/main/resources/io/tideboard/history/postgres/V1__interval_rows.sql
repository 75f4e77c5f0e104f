-- Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
--
-- Interval rows, and views for whoever analyses them. What depends on a queue's promise is made when
-- a view is read, by the promise that holds then, as the API does.

-- What has been read, so that a restart goes on. A later source has the greater id.
create table source (
  id serial primary key,
  name text not null unique,
  vocabulary text not null
);

create table progress (
  source integer not null references source (id),
  partition integer not null,
  next bigint not null,
  primary key (source, partition)
);

-- The channel of a team is *.
create table series (
  id serial primary key,
  queue text collate "C" not null,
  channel text collate "C" not null,
  basis text collate "C" not null check (basis in ('arrival', 'event')),
  unique (queue, channel, basis)
);

-- The key keeps the rows of a queue together in its index, so that a year of one is one walk.
-- tally: all counts and distributions, as Tideboard reads them. The other columns are for views, and
-- null where they are 0. Waits are pairs of a bound, in 1/128 seconds, and a count.
create table counts (
  series integer not null,
  start timestamptz not null,
  minutes smallint not null,
  source integer not null,
  revision bigint not null,
  counted boolean not null,
  tally bytea not null,
  offered bigint,
  answered bigint,
  abandoned bigint,
  flowed_out bigint,
  callbacks bigint,
  lost bigint,
  legs_lost bigint,
  unknown_wait bigint,
  transferred_in bigint,
  transferred_out bigint,
  clock_skew bigint,
  answered_unknown_wait bigint,
  abandoned_unknown_wait bigint,
  waited bigint,
  waited_unserved bigint,
  waited_micros bigint,
  at_once_micros bigint,
  answer_wait_micros bigint,
  handled bigint,
  handle_micros bigint,
  talk_micros bigint,
  hold_micros bigint,
  wrap_up_micros bigint,
  contacts bigint,
  contacts_ended bigint,
  contacts_resolved bigint,
  contacts_contained bigint,
  contacts_escalated bigint,
  responses bigint,
  csat_scores bigint,
  csat_satisfied bigint,
  nps_scores bigint,
  nps_promoters bigint,
  nps_detractors bigint,
  ces_scores bigint,
  ces_thousandths bigint,
  open bigint,
  lost_to_snapshot bigint,
  lost_to_restart bigint,
  lost_to_max_visit bigint,
  found_again bigint,
  opened_by_snapshot bigint,
  legs_found_again bigint,
  wrap_up_timeouts bigint,
  wrap_ups_not_told bigint,
  customers_resolved bigint,
  customers_came_again bigint,
  wait_p50_micros bigint,
  wait_p90_micros bigint,
  wait_max_micros bigint,
  first_response_p50_micros bigint,
  first_response_in_hours_p50_micros bigint,
  resolution_p50_micros bigint,
  resolution_in_hours_p50_micros bigint,
  answer_waits integer[],
  abandon_waits integer[],
  callback_waits integer[],
  primary key (series, start)
);

-- Times in microseconds, summed over the agents of a queue.
create table team (
  series integer not null,
  start timestamptz not null,
  minutes smallint not null,
  source integer not null,
  revision bigint not null,
  available bigint not null,
  busy bigint not null,
  wrap_up bigint not null,
  break_time bigint not null,
  training bigint not null,
  meeting bigint not null,
  away bigint not null,
  taken_parts bigint not null,
  scheduled bigint not null,
  adherent bigint not null,
  attended bigint not null,
  covered bigint not null,
  primary key (series, start)
);

-- What each queue promises on each channel now; kept up to date by the wallboard.
create table promise (
  queue text collate "C" not null,
  channel text collate "C" not null,
  threshold_seconds double precision not null,
  threshold_bound integer not null,
  short_abandon_bound integer not null,
  target double precision not null,
  formula text not null,
  time_zone text not null,
  primary key (queue, channel)
);

-- How many waits are at most that bound.
create function waits_within(waits integer[], bound integer) returns bigint
language sql immutable parallel safe
return (
  select coalesce(sum(waits[i + 1]), 0)::bigint
  from generate_series(1, coalesce(array_length(waits, 1), 0), 2) as i
  where waits[i] <= bound
);

create view intervals as
select
  series.queue,
  series.channel,
  series.basis,
  counts.start,
  counts.minutes,
  coalesce(counts.offered, 0) as "offered",
  coalesce(counts.answered, 0) as "answered",
  within.answered as "answeredWithinThreshold",
  coalesce(counts.abandoned, 0) as "abandoned",
  within.short as "shortAbandoned",
  within.abandoned as "abandonedWithinThreshold",
  coalesce(counts.flowed_out, 0) as "flowedOut",
  coalesce(counts.callbacks, 0) as "callbacks",
  coalesce(counts.transferred_in, 0) as "transferredIn",
  coalesce(counts.transferred_out, 0) as "transferredOut",
  coalesce(counts.lost, 0) as "lost",
  coalesce(counts.lost_to_snapshot, 0) as "lostToSnapshot",
  coalesce(counts.lost_to_restart, 0) as "lostToRestart",
  coalesce(counts.lost_to_max_visit, 0) as "lostToMaxVisit",
  coalesce(counts.found_again, 0) as "foundAgain",
  coalesce(counts.opened_by_snapshot, 0) as "openedBySnapshot",
  coalesce(counts.legs_lost, 0) as "legsLost",
  coalesce(counts.legs_found_again, 0) as "legsFoundAgain",
  coalesce(counts.unknown_wait, 0) as "unknownWait",
  (level.met)::double precision / nullif(greatest(level.of, 0), 0) as "serviceLevel",
  level.of as "serviceLevelOf",
  (coalesce(counts.abandoned, 0) - within.short)::double precision / nullif(greatest(coalesce(counts.answered, 0) + coalesce(counts.abandoned, 0) - within.short, 0), 0) as "abandonRate",
  (coalesce(counts.abandoned, 0))::double precision / nullif(greatest(coalesce(counts.offered, 0), 0), 0) as "rawAbandonRate",
  (coalesce(counts.answer_wait_micros, 0) / 1e6)::double precision / nullif(greatest(coalesce(counts.answered, 0) - coalesce(counts.answered_unknown_wait, 0), 0), 0) as "asaSeconds",
  counts.wait_p50_micros / 1e6::double precision as "waitP50Seconds",
  counts.wait_p90_micros / 1e6::double precision as "waitP90Seconds",
  counts.wait_max_micros / 1e6::double precision as "waitMaxSeconds",
  (coalesce(counts.handle_micros, 0) / 1e6)::double precision / nullif(greatest(coalesce(counts.handled, 0), 0), 0) as "ahtSeconds",
  coalesce(counts.handled, 0) as "handled",
  case when counts.handled is not null or counts.talk_micros is not null then coalesce(counts.talk_micros, 0) / 1e6::double precision end as "talkSeconds",
  case when counts.handled is not null or counts.hold_micros is not null then coalesce(counts.hold_micros, 0) / 1e6::double precision end as "holdSeconds",
  case when counts.handled is not null or counts.wrap_up_micros is not null then coalesce(counts.wrap_up_micros, 0) / 1e6::double precision end as "wrapUpSeconds",
  coalesce(counts.wrap_up_timeouts, 0) as "wrapUpTimeouts",
  coalesce(counts.wrap_ups_not_told, 0) as "wrapUpsNotTold",
  coalesce(counts.contacts, 0) as "contacts",
  counts.first_response_p50_micros / 1e6::double precision as "firstResponseP50Seconds",
  counts.first_response_in_hours_p50_micros / 1e6::double precision as "firstResponseInHoursP50Seconds",
  coalesce(counts.responses, 0) as "firstResponses",
  counts.resolution_p50_micros / 1e6::double precision as "resolutionP50Seconds",
  counts.resolution_in_hours_p50_micros / 1e6::double precision as "resolutionInHoursP50Seconds",
  coalesce(counts.contacts_resolved, 0) as "resolved",
  (coalesce(counts.contacts_resolved, 0))::double precision / nullif(greatest(coalesce(counts.contacts_ended, 0), 0), 0) as "resolutionRate",
  (coalesce(counts.contacts_contained, 0))::double precision / nullif(greatest(coalesce(counts.contacts_contained, 0) + coalesce(counts.contacts_escalated, 0), 0), 0) as "containment",
  coalesce(counts.contacts_contained, 0) as "contained",
  coalesce(counts.contacts_escalated, 0) as "escalated",
  (coalesce(counts.csat_satisfied, 0))::double precision / nullif(greatest(coalesce(counts.csat_scores, 0), 0), 0) as "csat",
  coalesce(counts.csat_scores, 0) as "csatAnswers",
  100 * (coalesce(counts.nps_promoters, 0) - coalesce(counts.nps_detractors, 0))::double precision / nullif(greatest(coalesce(counts.nps_scores, 0), 0), 0) as "nps",
  coalesce(counts.nps_scores, 0) as "npsAnswers",
  (coalesce(counts.ces_thousandths, 0) / 1e3)::double precision / nullif(greatest(coalesce(counts.ces_scores, 0), 0), 0) as "ces",
  coalesce(counts.ces_scores, 0) as "cesAnswers",
  coalesce(counts.clock_skew, 0) as "clockSkew",
  (coalesce(counts.customers_resolved, 0) - coalesce(counts.customers_came_again, 0))::double precision / nullif(greatest(coalesce(counts.customers_resolved, 0), 0), 0) as "firstContactResolution",
  coalesce(counts.customers_resolved, 0) as "firstContactResolutionOf",
  (team.busy + team.wrap_up)::double precision / nullif(greatest(team.busy + team.wrap_up + team.available, 0), 0) as "occupancy",
  (team.taken_parts / 840.0)::double precision / nullif(greatest(team.busy + team.wrap_up + team.available, 0), 0) as "utilisation",
  (team.adherent)::double precision / nullif(greatest(team.scheduled, 0), 0) as "adherence",
  (team.scheduled)::double precision / nullif(greatest(team.covered, 0), 0) as "scheduledAgents",
  (team.scheduled - team.attended)::double precision / nullif(greatest(team.covered, 0), 0) as "staffingGap",
  level.met as "serviceLevelMet"
from counts
join series on series.id = counts.series
left join promise on promise.queue = series.queue and promise.channel = series.channel
left join series as its_team
  on its_team.queue = series.queue and its_team.channel = '*' and its_team.basis = 'event'
left join team on team.series = its_team.id and team.start = counts.start
cross join lateral (
  select
    waits_within(counts.answer_waits, promise.threshold_bound) as answered,
    waits_within(counts.abandon_waits, promise.threshold_bound) as abandoned,
    waits_within(counts.callback_waits, promise.threshold_bound) as callbacks,
    waits_within(counts.abandon_waits, promise.short_abandon_bound) as short,
    coalesce(counts.answered, 0) - coalesce(counts.answered_unknown_wait, 0) as all_answered,
    coalesce(counts.answered, 0) - coalesce(counts.answered_unknown_wait, 0) + coalesce(counts.abandoned, 0) - coalesce(counts.abandoned_unknown_wait, 0) as ended
) as within
cross join lateral (
  select
    case promise.formula
      when 'abandons_within_count' then within.answered + within.abandoned
      when 'removed_within' then within.answered + within.abandoned + within.callbacks
      else within.answered
    end as met,
    case promise.formula
      when 'exclude_short_abandons' then within.ended - within.short
      when 'answered' then within.all_answered
      when 'answered_and_abandoned' then within.ended
      when 'with_flow_outs' then within.ended + coalesce(counts.flowed_out, 0)
      when 'abandons_within_count' then within.ended
      when 'exclude_abandons_within' then within.ended - within.abandoned
      when 'removed_within' then coalesce(counts.offered, 0) - coalesce(counts.unknown_wait, 0)
    end as of
) as level
where counts.counted;

create view team_intervals as
select
  series.queue,
  team.start,
  team.minutes,
  (team.busy + team.wrap_up)::double precision / nullif(greatest(team.busy + team.wrap_up + team.available, 0), 0) as "occupancy",
  (team.taken_parts / 840.0)::double precision / nullif(greatest(team.busy + team.wrap_up + team.available, 0), 0) as "utilisation",
  (team.adherent)::double precision / nullif(greatest(team.scheduled, 0), 0) as "adherence",
  (team.scheduled)::double precision / nullif(greatest(team.covered, 0), 0) as "scheduledAgents",
  (team.scheduled - team.attended)::double precision / nullif(greatest(team.covered, 0), 0) as "staffingGap",
  team.available / 1e6::double precision as "availableSeconds",
  team.busy / 1e6::double precision as "busySeconds",
  team.wrap_up / 1e6::double precision as "wrapUpSeconds"
from team
join series on series.id = team.series;
