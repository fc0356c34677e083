package dev.alidade.engine.postgres.grammar;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One instance of the parser; used by one thread at a time, and thrown away after a failure. */
final class GrammarModule {
  // The module keeps its stack below its heap: 32 MB, so less does not hold even the empty heap.
  private static final int FIRST_PAGES = 544;
  private static final int MOST_PAGES = 4096;
  // Memory that has grown is never given back, so a module that grew much is replaced.
  private static final int MOST_PAGES_KEPT = 1024;

  // The names that the module's linker gave to its exports.
  private static final String CONSTRUCT = "A";
  private static final String ALLOCATE = "C";
  private static final String FREE = "E";
  private static final String PARSE = "F";
  private static final String FREE_RESULT = "G";

  private static final int DEEPEST_TREE = 1000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST_TREE)
                      .maxStringLength(64 << 20)
                      .build())
              .build());

  private final Instance instance;
  private final Memory memory;

  GrammarModule() {
    this.instance =
        Instance.builder(Module.WASM)
            .withImportValues(ModuleImports.all())
            .withMemoryLimits(new MemoryLimits(FIRST_PAGES, MOST_PAGES))
            .withMachineFactory(PostgresGrammarMachine::new)
            .build();
    this.memory = instance.memory();
    instance.export(CONSTRUCT).apply();
  }

  /** Whether its memory is still small enough to keep. */
  boolean isLean() {
    return memory.pages() <= MOST_PAGES_KEPT;
  }

  /** The tree or the mistake; any exception means that the module is broken. */
  Parsed parse(String sql) {
    byte[] text = sql.getBytes(StandardCharsets.UTF_8);
    int address = (int) instance.export(ALLOCATE).apply(text.length + 1L)[0];
    memory.write(address, text);
    memory.writeByte(address + text.length, (byte) 0);
    int result = (int) instance.export(PARSE).apply(address)[0];
    try {
      int error = memory.readInt(result + 8);
      if (error != 0) {
        return new Parsed.Mistake(textAt(error), memory.readInt(error + 16));
      }
      return treeOf(textAt(result));
    } finally {
      instance.export(FREE_RESULT).apply(result);
      instance.export(FREE).apply(address);
    }
  }

  private String textAt(int pointer) {
    return memory.readCString(memory.readInt(pointer));
  }

  private static Parsed treeOf(String json) {
    try {
      return new Parsed.Tree(JSON.readTree(json).path("stmts"));
    } catch (StreamConstraintsException tooDeep) {
      return new Parsed.TooComplex();
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("the parser's tree is not JSON", failure);
    }
  }

  /** Loaded with the first instance: what the build left of the module beside its bytecode. */
  private static final class Module {
    static final WasmModule WASM = load();

    private static WasmModule load() {
      try (InputStream module = GrammarModule.class.getResourceAsStream("PostgresGrammar.meta")) {
        return Parser.parse(module);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
