package dev.alidade.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** One kept-alive HTTP/1.1 connection that costs the machine as little as it can. */
public final class HttpConnection implements AutoCloseable {
  private static final int LONGEST_KEPT = 1 << 16;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** An answer; of a long one in chunks the first part is kept, and all is counted. */
  public record Answer(int status, String headers, String body, long bytes) {}

  /** Connects to this machine. */
  public HttpConnection(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(120_000);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 18);
    out = socket.getOutputStream();
  }

  /** The bytes of a GET. */
  public static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The bytes of a POST. */
  public static byte[] post(String path, String accept, String json, Map<String, String> headers) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\nContent-Type: application/json\r\nAccept: ").append(accept);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return request;
  }

  /** Sends a request and returns the answer. */
  public Answer exchange(byte[] request) throws IOException {
    out.write(request);
    String status = line();
    StringBuilder headers = new StringBuilder();
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      headers.append(header).append('\n');
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring("content-length:".length()).trim());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    int code = Integer.parseInt(status.substring(9, 12));
    if (chunked) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      long bytes = readChunks(kept);
      return new Answer(code, headers.toString(), kept.toString(StandardCharsets.UTF_8), bytes);
    }
    String body = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
    return new Answer(code, headers.toString(), body, length);
  }

  /** Sends a request and fails unless the answer is 200. */
  public Answer expectOk(byte[] request) throws IOException {
    Answer answer = exchange(request);
    if (answer.status() != 200) {
      throw new Refused(answer.status(), answer.body());
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private long readChunks(ByteArrayOutputStream kept) throws IOException {
    long total = 0;
    while (true) {
      long size = Long.parseLong(before(line(), ';').trim(), 16);
      int first = (int) Math.min(size, LONGEST_KEPT - kept.size());
      kept.write(in.readNBytes(first));
      in.skipNBytes(size - first);
      if (!line().isEmpty()) {
        throw new IOException("a chunk does not end where it says");
      }
      total += size;
      if (size == 0) {
        return total;
      }
    }
  }

  private static String before(String text, char mark) {
    int end = text.indexOf(mark);
    return end < 0 ? text : text.substring(0, end);
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int letter = in.read();
      if (letter < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (letter == '\n') {
        return text.toString();
      }
      if (letter != '\r') {
        text.append((char) letter);
      }
    }
  }
}
