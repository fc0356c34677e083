package dev.alidade.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens real engines, counts how often their tables are read, and may keep them from telling. */
public final class CountedFactory implements EngineFactory {
  private final EngineFactory factory;
  private final boolean tells;
  private final AtomicInteger reads = new AtomicInteger();
  private volatile Runnable before = () -> {};
  private volatile Runnable telling = () -> {};

  /** Engines of {@code factory}; they tell of changes only where {@code tells} says so. */
  public CountedFactory(EngineFactory factory, boolean tells) {
    this.factory = factory;
    this.tells = tells;
  }

  /** How often tables were read. */
  public int reads() {
    return reads.get();
  }

  /** Does this before every read. */
  public void beforeReading(Runnable action) {
    before = action;
  }

  /** Does this before every word on the state of the tables. */
  public void beforeTelling(Runnable action) {
    telling = action;
  }

  @Override
  public String engine() {
    return factory.engine();
  }

  @Override
  public List<Setting> settings() {
    return factory.settings();
  }

  @Override
  public Engine open(SourceDefinition definition) {
    Engine engine = factory.open(definition);
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) -> answer(engine, method, arguments));
  }

  private Object answer(Engine engine, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    if (name.equals("readCatalog")) {
      before.run();
      reads.incrementAndGet();
    }
    if (name.equals("catalogVersion")) {
      telling.run();
    }
    if (!tells && (name.equals("catalogVersion") || name.equals("version"))) {
      return Optional.empty();
    }
    if (!tells && name.equals("capabilities")) {
      Set<Capability> less = EnumSet.copyOf(engine.capabilities());
      less.remove(Capability.CATALOG_VERSION);
      return less;
    }
    try {
      return method.invoke(engine, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
