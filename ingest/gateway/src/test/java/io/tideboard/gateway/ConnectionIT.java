// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over one connection, byte by byte. */
class ConnectionIT {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

  @RegisterExtension
  static final Running running =
      Running.forAll(Limits.DEFAULT.with(LoadLimits.DEFAULT.withConnections(100, 8)));

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    String requests =
        post("{}") + get("/healthz") + post(Told.queued("pipelined")) + get("/nothing", "close");
    assertThat(statuses(exchange(requests))).containsExactly(400, 200, 202, 404);
  }

  @Test
  void aHundredPipelinedRequestsAreAllAnswered() throws Exception {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      requests.append(post(Told.queued("many-" + i)));
    }
    requests.append(get("/healthz", "close"));
    assertThat(statuses(exchange(requests.toString())))
        .hasSize(101)
        .startsWith(202, 202, 202)
        .endsWith(202, 200);
  }

  @Test
  void twoLengthsAreRefusedAndTheConnectionEnds() throws Exception {
    String smuggling =
        "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
            + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            + get("/healthz");
    assertThat(statuses(exchange(smuggling))).containsExactly(400);
  }

  @Test
  void chunksInTheOldProtocolAreRefused() throws Exception {
    String old =
        "POST /v1/events HTTP/1.0\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    assertThat(statuses(exchange(old))).containsExactly(400);
  }

  @Test
  void aRequestForNoHostIsRefused() throws Exception {
    assertThat(statuses(exchange("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n")))
        .containsExactly(400);
  }

  @Test
  void headsBeyondTheirLimitsAreRefused() throws Exception {
    assertThat(statuses(exchange("GET /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: t\r\n\r\n")))
        .containsExactly(414);
    assertThat(
            statuses(
                exchange("GET / HTTP/1.1\r\nHost: t\r\nX: " + "a".repeat(17_000) + "\r\n\r\n")))
        .containsExactly(431);
  }

  @Test
  void whatIsNoRequestEndsTheConnection() throws Exception {
    assertThat(statuses(exchange("\u0016\u0003\u0001 hello\r\n\r\n" + get("/healthz"))))
        .containsExactly(400);
  }

  @Test
  void aSenderThatAsksFirstIsToldToGoOn() throws Exception {
    String event = Told.queued("asked");
    try (Socket socket = connect()) {
      String head =
          "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
              + "Expect: 100-continue\r\nConnection: close\r\n"
              + "Content-Length: "
              + event.length()
              + "\r\n\r\n";
      write(socket, head);
      byte[] interim = socket.getInputStream().readNBytes(25);
      assertThat(new String(interim, StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      write(socket, event);
      assertThat(statuses(readAll(socket))).containsExactly(202);
    }
  }

  @Test
  void aSenderThatAsksFirstIsSparedABodyInVain() throws Exception {
    String head =
        "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
            + "Expect: 100-continue\r\nContent-Length: 100000000\r\n\r\n";
    assertThat(statuses(exchange(head))).containsExactly(413);
  }

  @Test
  void theAnswerToHeadHasNoBody() throws Exception {
    String answer =
        exchange("HEAD /healthz HTTP/1.1\r\nHost: t\r\n\r\n" + get("/healthz", "close"));
    assertThat(statuses(answer)).containsExactly(200, 200);
    assertThat(answer.split("\"status\":\"ok\"", -1)).hasSize(2);
  }

  @Test
  void oneAddressHasOnlySoManyConnections() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      boolean accepted = true;
      while (accepted && sockets.size() < 10) {
        Socket socket = connect();
        sockets.add(socket);
        write(socket, get("/healthz"));
        accepted = isAnswered(socket);
      }
      assertThat(sockets).hasSizeBetween(2, 9);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    await()
        .untilAsserted(
            () -> assertThat(statuses(exchange(get("/healthz", "close")))).containsExactly(200));
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() == 'H';
    } catch (SocketException closedBeforeAWord) {
      return false;
    }
  }

  private static String post(String event) {
    return "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + event.length()
        + "\r\n\r\n"
        + event;
  }

  private static String get(String path) {
    return get(path, "keep-alive");
  }

  private static String get(String path, String connection) {
    return "GET " + path + " HTTP/1.1\r\nHost: t\r\nConnection: " + connection + "\r\n\r\n";
  }

  /** Sends the bytes, and returns all that comes back until the gateway ends the connection. */
  private static String exchange(String requests) throws IOException {
    try (Socket socket = connect()) {
      write(socket, requests);
      return readAll(socket);
    }
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(running.gateway.address().getAddress(), running.gateway.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<Integer> statuses(String answers) {
    List<Integer> statuses = new ArrayList<>();
    Matcher matcher = STATUS.matcher(answers);
    while (matcher.find()) {
      statuses.add(Integer.valueOf(matcher.group(1)));
    }
    return statuses;
  }
}
