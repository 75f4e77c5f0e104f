// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

/** Tideboard itself: what comes in, what is done with it, how its parts are. */
final class PipelineBoard {

  private static final String RATE = "[$__rate_interval]))";
  private static final String JOB = "{{job_name}}";
  private static final String FLINK = "max by (job_name) (flink_jobmanager_job_";

  private PipelineBoard() {}

  static Board board() {
    return Board.of(
            "pipeline",
            "Tideboard / Pipeline health",
            "Tideboard itself: gateway, Flink jobs, wallboard and the machines under them.")
        .row("Data", age(), up(), restarts(), failed(), unreadable(), dropped())
        .row("Gateway", events(), books(), rejected(), answers(), producer(), underWay())
        .row("Jobs", lag(), checkpoints(), duration(), records(), busy(), repairs())
        .row(
            "Wallboard and machines",
            viewers(),
            scrapes(),
            heap(),
            collections(),
            processor(),
            tooLate());
  }

  private static Panel age() {
    return Panel.stat("Age of the data", "How long ago the latest figures were published.")
        .unit("s")
        .query("age", "tideboard:data_age_seconds");
  }

  private static Panel up() {
    return Panel.stat("Parts that answer", "Gateways, wallboards and Flinks that could be scraped.")
        .query("answering", "sum(up{job=~\"tideboard-.*\"})");
  }

  private static Panel restarts() {
    return Panel.stat("Restarts of jobs", "Since their JobManager started.")
        .query("restarts", "sum(" + FLINK + "numRestarts))");
  }

  private static Panel failed() {
    return Panel.stat("Failed checkpoints", "Since their JobManager started.")
        .query("failed", "sum(" + FLINK + "numberOfFailedCheckpoints))");
  }

  private static Panel unreadable() {
    return Panel.stat("Unreadable records", "Results that the wallboard could not read.")
        .query(
            "unreadable", "sum(increase(tideboard_wallboard_unreadable_records_total[$__range]))");
  }

  private static Panel dropped() {
    return Panel.stat(
            "Dropped series", "Series beyond the configured cap, which the wallboard leaves out.")
        .query("dropped", "sum(increase(tideboard_series_dropped_total[$__range]))");
  }

  private static Panel events() {
    return Panel.series("Events", "What became of events: received = accepted + rejected.")
        .unit("eps")
        .query("received", gateway("received"))
        .query("accepted", gateway("accepted"))
        .query("rejected", gateway("rejected"))
        .query("published", gateway("published"))
        .query("failed", gateway("failed"));
  }

  private static Panel books() {
    return Panel.series(
            "Events not accounted for",
            "Received less accepted less rejected, and accepted less published less failed: 0, but"
                + " for what is under way.")
        .query(
            "of received",
            counted("received") + " - " + counted("accepted") + " - " + counted("rejected"))
        .query(
            "of accepted",
            counted("accepted") + " - " + counted("published") + " - " + counted("failed"));
  }

  private static Panel rejected() {
    return Panel.series("Rejected events", "By the reason that the sender was told.")
        .unit("eps")
        .query("{{reason}}", "sum by (reason) (rate(tideboard_gateway_rejected_total" + RATE);
  }

  private static Panel answers() {
    return Panel.series("Answers", "Requests to the gateway, by the status of the answer.")
        .unit("reqps")
        .query("{{status}}", "sum by (status) (rate(tideboard_gateway_answers_total" + RATE);
  }

  private static Panel producer() {
    return Panel.series(
            "Kafka's answer", "Mean time from a record's sending to its acknowledgement.")
        .unit("ms")
        .query("{{instance}}", "max by (instance) (kafka_producer_request_latency_avg)");
  }

  private static Panel underWay() {
    return Panel.series("Bodies under way", "Bytes of requests that are not answered yet.")
        .unit("bytes")
        .query("{{instance}}", "max by (instance) (tideboard_gateway_under_way_bytes)");
  }

  private static Panel lag() {
    return Panel.series(
            "Stream time behind the clock",
            "How far behind the events are that the figures hold; of a replay, how long ago it"
                + " was.")
        .unit("s")
        .query(
            "{{queue}} {{channel}}",
            "time() - max by (queue, channel) (tideboard_watermark_timestamp_seconds)");
  }

  private static Panel checkpoints() {
    return Panel.series("Checkpoints", "Completed and failed ones, since the JobManager started.")
        .query("completed {{job_name}}", FLINK + "numberOfCompletedCheckpoints)")
        .query("failed {{job_name}}", FLINK + "numberOfFailedCheckpoints)");
  }

  private static Panel duration() {
    return Panel.series("Duration of checkpoints", "How long the last one took.")
        .unit("ms")
        .query(JOB, FLINK + "lastCheckpointDuration)");
  }

  private static Panel records() {
    return Panel.series("Records into tasks", "Records a second, by task.")
        .unit("cps")
        .query(
            "{{task_name}}",
            "sum by (task_name) (flink_taskmanager_job_task_numRecordsInPerSecond)");
  }

  private static Panel busy() {
    return Panel.series(
            "Busy tasks", "Share of its time in which the busiest part of a task works.")
        .share()
        .query(
            "{{task_name}}",
            "max by (task_name) (flink_taskmanager_job_task_busyTimeMsPerSecond) / 1000");
  }

  private static Panel repairs() {
    return Panel.series("Repairs", "What was put right of contacts of which events are missing.")
        .unit("cpm")
        .query(
            "{{repair}}",
            "60 * sum by (repair) (max without (instance)"
                + " (rate(tideboard_repairs_total[$__rate_interval])))");
  }

  private static Panel viewers() {
    return Panel.series("Viewers", "Screens connected to the live stream.")
        .query("{{instance}}", "sum by (instance) (tideboard_wallboard_viewers)");
  }

  private static Panel scrapes() {
    return Panel.series("Duration of scrapes", "How long each part takes to tell its metrics.")
        .unit("s")
        .query(
            "{{job}} {{instance}}",
            "max by (job, instance) (scrape_duration_seconds{job=~\"tideboard-.*\"})");
  }

  private static Panel heap() {
    return Panel.series("Heap in use", "Of gateway and wallboard.")
        .unit("bytes")
        .query(
            "{{job}} {{instance}}",
            "sum by (job, instance) (jvm_memory_used_bytes{job=~\"tideboard-.*\", area=\"heap\"})");
  }

  private static Panel collections() {
    return Panel.series("Collecting garbage", "Share of the time in which the JVM stands still.")
        .share()
        .query(
            "{{job}} {{instance}}",
            "sum by (job, instance) (rate(jvm_gc_pause_seconds_sum{job=~\"tideboard-.*\"}" + RATE);
  }

  private static Panel processor() {
    return Panel.series("Processor", "Share of the machine's processors that the process uses.")
        .share()
        .query(
            "{{job}} {{instance}}",
            "max by (job, instance) (process_cpu_usage{job=~\"tideboard-.*\"})");
  }

  private static Panel tooLate() {
    return Panel.series(
            "Not counted", "Events that came too late to correct anything, and those kept aside.")
        .unit("cpm")
        .query(
            "corrections too late",
            "60 * sum(max by (queue, channel)"
                + " (rate(tideboard_corrections_too_late_total[$__rate_interval])))")
        .query(
            "{{reason}}",
            "60 * sum by (reason) (max without (instance)"
                + " (rate(tideboard_rejected_total[$__rate_interval])))");
  }

  private static String gateway(String counter) {
    return "sum(rate(tideboard_gateway_" + counter + "_total" + RATE;
  }

  private static String counted(String counter) {
    return "sum(increase(tideboard_gateway_" + counter + "_total[$__range]))";
  }
}
