package dev.alidade.operation;

import dev.alidade.base.Caller;
import java.util.List;
import java.util.Optional;

/** Calls with names of their own, which doors to models offer beside the operations. */
public interface NamedCalls {
  /** There is none. */
  NamedCalls NONE =
      new NamedCalls() {
        @Override
        public List<NamedCall> of(Caller caller) {
          return List.of();
        }

        @Override
        public Optional<NamedCall> find(String name, Caller caller) {
          return Optional.empty();
        }
      };

  /** Those that a caller may know of, in a stable order. */
  List<NamedCall> of(Caller caller);

  /** The one of that name, if the caller may know of it. */
  Optional<NamedCall> find(String name, Caller caller);
}
