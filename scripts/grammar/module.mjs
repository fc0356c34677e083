// Reads and writes WebAssembly modules (core specification 1.0 with bulk memory), as far as outline.mjs needs.

const BLOCKS = [0x02, 0x03, 0x04];

/** Constants by type, in the order f64, f32, i64, i32. */
const ZERO = {
  0x7c: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
  0x7d: [0x43, 0, 0, 0, 0],
  0x7e: [0x42, 0],
  0x7f: [0x41, 0],
};

/** A module whose functions can be rewritten; all that is not code stays byte by byte. */
export function readModule(bytes) {
  const sections = [];
  const reader = new Reader(bytes, 8);
  while (!reader.atEnd()) {
    const id = reader.byte();
    sections.push({ id, bytes: reader.bytes(reader.unsigned()) });
  }
  const find = id => sections.find(section => section.id === id);
  const types = vector(find(1).bytes, r => {
    if (r.byte() !== 0x60) {
      throw new Error('a type that is not of a function');
    }
    return { params: r.list(() => r.byte()), results: r.list(() => r.byte()) };
  });
  const imported = importsOf(find(2).bytes);
  const typesOfFunctions = vector(find(3).bytes, r => r.unsigned());
  const globals = countOf(find(6).bytes);
  const codes = vector(find(10).bytes, r => r.bytes(r.unsigned()));
  const functions = codes.map((code, index) => functionOf(typesOfFunctions[index], code));
  const added = [];
  return {
    sections,
    types,
    imports: imported.functions,
    functions,
    added,
    /** A variable of the module that begins as zero; returns its index. */
    addGlobal(type) {
      added.push(type);
      return imported.globals + globals + added.length - 1;
    },
  };
}

export function writeModule(module) {
  const out = new Bytes().byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  for (const section of module.sections) {
    out.byte(section.id).sized(contentOf(module, section));
  }
  return out.done();
}

function contentOf(module, section) {
  switch (section.id) {
    case 1:
      return listOf(module.types, (out, type) =>
        out.byte(0x60).raw(listOf(type.params, (o, t) => o.byte(t))).raw(listOf(type.results, (o, t) => o.byte(t))));
    case 3:
      return listOf(module.functions, (out, one) => out.unsigned(one.type));
    case 6: {
      const reader = new Reader(section.bytes, 0);
      const before = reader.unsigned();
      const out = new Bytes().unsigned(before + module.added.length).raw(section.bytes.subarray(reader.at));
      module.added.forEach(type => out.byte(type, 0x01).raw(ZERO[type]).byte(0x0b));
      return out.done();
    }
    case 10:
      return listOf(module.functions, (out, one) => {
        const locals = listOf(one.locals, (o, type) => o.unsigned(1).byte(type));
        out.sized(new Bytes().raw(locals).raw(one.code).done());
      });
    default:
      return section.bytes;
  }
}

/** Instructions with names for their labels; 0 is the function itself. */
export function decode(code) {
  const reader = new Reader(code, 0);
  const instructions = [];
  const around = [];
  let labels = 0;
  while (!reader.atEnd()) {
    const start = reader.at;
    const at = instructions.length;
    const instruction = { op: reader.byte(), at };
    const label = depth => (depth === around.length ? 0 : around[around.length - 1 - depth].label);
    if (BLOCKS.includes(instruction.op)) {
      instruction.type = reader.byte();
      instruction.label = ++labels;
      around.push(instruction);
    } else if (instruction.op === 0x0b && around.length > 0) {
      around.pop().ended = at;
    } else if (instruction.op === 0x0c || instruction.op === 0x0d) {
      instruction.target = label(reader.unsigned());
    } else if (instruction.op === 0x0e) {
      const count = reader.unsigned() + 1;
      instruction.targets = Array.from({ length: count }, () => label(reader.unsigned()));
      instruction.around = [...around];
    } else {
      instruction.index = operands(reader, instruction.op);
    }
    instruction.bytes = code.subarray(start, reader.at);
    instructions.push(instruction);
  }
  return instructions;
}

/** Skips what follows an operation; returns the first of it. */
function operands(reader, op) {
  if ([0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0xd2].includes(op)) {
    return reader.unsigned();
  }
  if (op === 0x11 || (op >= 0x28 && op <= 0x3e)) {
    reader.unsigned();
    return reader.unsigned();
  }
  if (op === 0x3f || op === 0x40 || op === 0xd0) {
    return reader.byte();
  }
  if (op === 0x41 || op === 0x42) {
    return reader.skip();
  }
  if (op === 0x43 || op === 0x44) {
    reader.bytes(op === 0x43 ? 4 : 8);
    return undefined;
  }
  if (op === 0xfc) {
    const bulk = reader.unsigned();
    const count = { 8: 2, 9: 1, 10: 2, 11: 1 }[bulk] ?? 0;
    if (bulk > 11) {
      throw new Error(`an operation that is not known: fc ${bulk}`);
    }
    reader.bytes(count);
    return bulk;
  }
  if ((op > 0x11 && op < 0x1a) || (op > 0x1b && op < 0x20) || op > 0xc4) {
    throw new Error(`an operation that is not known: ${op.toString(16)}`);
  }
  return undefined;
}

function functionOf(type, bytes) {
  const reader = new Reader(bytes, 0);
  const locals = reader.list(() => {
    const count = reader.unsigned();
    return new Array(count).fill(reader.byte());
  });
  return { type, locals: locals.flat(), code: bytes.subarray(reader.at) };
}

function importsOf(bytes) {
  const counts = { functions: 0, globals: 0 };
  vector(bytes, r => {
    r.bytes(r.unsigned());
    r.bytes(r.unsigned());
    const kind = r.byte();
    if (kind === 0) {
      counts.functions++;
      r.unsigned();
    } else if (kind === 3) {
      counts.globals++;
      r.bytes(2);
    } else {
      r.bytes(kind === 1 ? 1 : 0);
      const limited = r.byte() & 1;
      r.unsigned();
      if (limited) {
        r.unsigned();
      }
    }
  });
  return counts;
}

function countOf(bytes) {
  return new Reader(bytes, 0).unsigned();
}

function vector(bytes, read) {
  const reader = new Reader(bytes, 0);
  return reader.list(() => read(reader));
}

function listOf(values, write) {
  const out = new Bytes().unsigned(values.length);
  values.forEach(value => write(out, value));
  return out.done();
}

class Reader {
  constructor(source, at) {
    this.source = source;
    this.at = at;
  }

  atEnd() {
    return this.at >= this.source.length;
  }

  byte() {
    return this.source[this.at++];
  }

  bytes(count) {
    this.at += count;
    return this.source.subarray(this.at - count, this.at);
  }

  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = this.byte();
      value += (next & 0x7f) * 2 ** shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  skip() {
    while (this.byte() >= 0x80) {
      // The number goes on.
    }
  }

  list(read) {
    return Array.from({ length: this.unsigned() }, read);
  }
}

/** Bytes of a module as they are written. */
export class Bytes {
  #bytes = [];

  byte(...values) {
    values.forEach(value => this.#bytes.push(value));
    return this;
  }

  raw(bytes) {
    for (const value of bytes) {
      this.#bytes.push(value);
    }
    return this;
  }

  unsigned(value) {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.byte(rest);
  }

  sized(bytes) {
    return this.unsigned(bytes.length).raw(bytes);
  }

  i32Const(value) {
    this.byte(0x41);
    let rest = value | 0;
    for (;;) {
      const next = rest & 0x7f;
      rest >>= 7;
      if ((rest === 0 && !(next & 0x40)) || (rest === -1 && next & 0x40)) {
        return this.byte(next);
      }
      this.byte(next | 0x80);
    }
  }

  local(how, index) {
    return this.byte({ get: 0x20, set: 0x21, tee: 0x22 }[how]).unsigned(index);
  }

  global(how, index) {
    return this.byte({ get: 0x23, set: 0x24 }[how]).unsigned(index);
  }

  call(index) {
    return this.byte(0x10).unsigned(index);
  }

  branch(scope, label, op = 0x0c) {
    return this.byte(op).unsigned(depthOf(scope, label));
  }

  table(scope, labels) {
    this.byte(0x0e).unsigned(labels.length - 1);
    labels.forEach(label => this.unsigned(depthOf(scope, label)));
    return this;
  }

  /** An instruction in another place, where its labels may lie at another depth. */
  instruction(instruction, scope) {
    if (instruction.targets) {
      return this.table(scope, instruction.targets);
    }
    if (instruction.target !== undefined) {
      return this.branch(scope, instruction.target, instruction.op);
    }
    return this.raw(instruction.bytes);
  }

  done() {
    return Uint8Array.from(this.#bytes);
  }
}

function depthOf(scope, label) {
  const at = scope.lastIndexOf(label);
  if (at < 0) {
    throw new Error(`label ${label} is not in scope`);
  }
  return scope.length - 1 - at;
}
