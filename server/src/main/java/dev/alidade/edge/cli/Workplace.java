package dev.alidade.edge.cli;

import dev.alidade.operation.Authenticator;
import dev.alidade.operation.OperationRegistry;
import java.util.List;
import java.util.Optional;

/** What the command line needs of the product when no server does the work. */
public interface Workplace {
  /** Every operation as declared, for help and for reading arguments; none of them is called. */
  OperationRegistry declarations();

  /** The key that commands are given under, where the environment holds one. */
  Optional<String> apiKey();

  /** Operations on these files and folders. */
  Open openData(List<String> paths);

  /** Operations on the sources of a configuration file. */
  Open openConfig(String file);

  /** Operations that can be called until it is closed. */
  interface Open extends AutoCloseable {
    /** The operations. */
    OperationRegistry operations();

    /** Says who may call them. */
    Authenticator authenticator();

    @Override
    void close();
  }
}
