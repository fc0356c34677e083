package dev.alidade.engine.postgres.grammar;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the module asks of its host: to grow its memory, and to jump. It gets no file, no clock and
 * no environment; whatever asks for one stops the module.
 */
final class ModuleImports {
  // The names that the module's linker gave to its imports and exports.
  private static final String STACK_RESTORE = "Q";
  private static final String STACK_CURRENT = "R";
  private static final String SET_THREW = "P";

  private ModuleImports() {}

  static ImportValues all() {
    List<ImportFunction> functions =
        new ArrayList<>(
            List.of(
                function("q", "i", "i", ModuleImports::grow),
                function("p", "", "", (instance, arguments) -> jump()),
                function("t", "iiii", "i", ModuleImports::swallow),
                function("w", "", "", (instance, arguments) -> null),
                stop("c", "iiii", "", "assertion"),
                stop("x", "", "", "abort"),
                stop("o", "id", "i", "timer"),
                stop("m", "i", "", "exit"),
                stop("v", "i", "", "exit"),
                stop("u", "i", "i", "close"),
                stop("r", "iiii", "i", "read"),
                stop("s", "ijii", "i", "seek")));
    functions.addAll(
        List.of(
            call("g", "i", "i"),
            call("b", "ii", "i"),
            call("a", "iii", "i"),
            call("d", "iiii", "i"),
            call("k", "iiiii", "i"),
            call("l", "ii", "j"),
            call("e", "i", ""),
            call("f", "ii", ""),
            call("h", "iii", ""),
            call("j", "iiii", ""),
            call("i", "iiiii", ""),
            call("y", "iiiiii", ""),
            call("n", "iiiiiiiiiiiiii", "")));
    return ImportValues.builder().withFunctions(functions).build();
  }

  /** Calls a function of the module's table and lands the jumps that come out of it. */
  private static ImportFunction call(String name, String parameters, String results) {
    return function(
        name,
        parameters,
        results,
        (instance, arguments) -> {
          long[] stack = instance.export(STACK_CURRENT).apply();
          try {
            int target = instance.table(0).requiredRef((int) arguments[0]);
            return instance
                .getMachine()
                .call(target, Arrays.copyOfRange(arguments, 1, arguments.length));
          } catch (Longjmp landed) {
            instance.export(STACK_RESTORE).apply(stack[0]);
            instance.export(SET_THREW).apply(1, 0);
            return results.isEmpty() ? null : new long[] {0};
          }
        });
  }

  private static long[] jump() {
    throw new Longjmp();
  }

  private static long[] grow(Instance instance, long... arguments) {
    Memory memory = instance.memory();
    long wanted = Integer.toUnsignedLong((int) arguments[0]);
    long missing = (wanted + Memory.PAGE_SIZE - 1) / Memory.PAGE_SIZE - memory.pages();
    boolean enough = missing <= 0 || memory.grow((int) missing) >= 0;
    return new long[] {enough ? 1 : 0};
  }

  /** Takes what the module writes to its standard streams, and forgets it. */
  private static long[] swallow(Instance instance, long... arguments) {
    Memory memory = instance.memory();
    int vectors = (int) arguments[1];
    int written = 0;
    for (int vector = 0; vector < (int) arguments[2]; vector++) {
      written += memory.readInt(vectors + 8 * vector + 4);
    }
    memory.writeI32((int) arguments[3], written);
    return new long[] {0};
  }

  private static ImportFunction stop(
      String name, String parameters, String results, String wanted) {
    return function(
        name,
        parameters,
        results,
        (instance, arguments) -> {
          throw new IllegalStateException("the parser asked for: " + wanted);
        });
  }

  private static ImportFunction function(
      String name, String parameters, String results, WasmFunctionHandle handle) {
    return new HostFunction("a", name, FunctionType.of(types(parameters), types(results)), handle);
  }

  private static List<ValType> types(String letters) {
    return letters
        .chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case 'i' -> ValType.I32;
                  case 'j' -> ValType.I64;
                  default -> ValType.F64;
                })
        .toList();
  }
}
