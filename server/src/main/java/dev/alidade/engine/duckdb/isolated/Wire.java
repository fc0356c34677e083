package dev.alidade.engine.duckdb.isolated;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.ReentrantLock;

/** The two pipes between the server and a worker; any thread may send, one at a time receives. */
final class Wire {
  /** Larger results come in several messages, so a longer one is none of ours. */
  private static final int LONGEST = 1 << 28;

  private final DataInputStream in;
  private final OutputStream out;
  private final ReentrantLock sending = new ReentrantLock();

  Wire(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  void send(Encoder message) throws IOException {
    sending.lock();
    try {
      message.send(out);
    } finally {
      sending.unlock();
    }
  }

  /** The next message; fails with an EOFException when the other end is gone. */
  Message receive() throws IOException {
    byte[] header = new byte[Encoder.HEADER];
    in.readFully(header);
    ByteBuffer read = ByteBuffer.wrap(header).order(ByteOrder.nativeOrder());
    int length = read.getInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a message of " + length + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return new Message(MessageKind.of(read.get()), new Decoder(body));
  }
}
