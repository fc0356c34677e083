// Takes the cases out of the largest switches of a WebAssembly module and makes functions of them.
//
//   node scripts/grammar/outline.mjs IN.wasm OUT.wasm [function ...]
//
// A switch over thousands of cases becomes a method that the JVM can neither hold (64 KB) nor compile, and
// is then interpreted. Here the cases of a switch become functions of a few KB: what the function's locals
// hold goes in as parameters and comes back in globals, and where a case leaves the switch is what its
// function returns. Nothing else of the module changes; indices of functions stay.
import { readFileSync, writeFileSync } from 'node:fs';
import { Bytes, decode, readModule, writeModule } from './module.mjs';

const LARGEST_GROUP = 2_000;
const I32 = 0x7f;
const VOID = 0x40;
const OP = { block: 0x02, end: 0x0b, br: 0x0c, brIf: 0x0d, brTable: 0x0e, return: 0x0f, if: 0x04 };

const [source, target, ...chosen] = process.argv.slice(2);
const module = readModule(readFileSync(source));
for (const index of chosen.map(Number)) {
  outline(index);
}
writeFileSync(target, writeModule(module));

function outline(index) {
  const body = module.functions[index - module.imports];
  const code = decode(body.code);
  const table = code.filter(i => i.op === OP.brTable).reduce((a, b) => (b.targets.length > a.targets.length ? b : a));
  const chain = casesOf(code, table);
  if (chain.length < 3) {
    throw new Error(`function ${index} has no large switch whose cases only it leads to`);
  }
  const cases = unitsOf(code, table, chain);
  const groups = groupsOf(cases);
  const type = module.types[body.type];
  const types = [...type.params, ...body.locals];
  const outside = new Set(code.filter(i => i.label !== undefined).map(i => i.label));
  const others = table.targets.at(-1);
  const calls = groups.map(group => functionOf(group, others, type, types, outside));
  body.locals.push(I32, I32);
  body.code = withCalls(code, table, chain, groups, calls, type, types);
  console.log(`function ${index}: ${cases.length} cases in ${groups.length} functions`);
}

/** The blocks around the switch that only it leaves, from the outermost; each ends where a case begins. */
function casesOf(code, table) {
  const left = new Set();
  for (const instruction of code) {
    for (const label of instruction === table ? [] : targetsOf(instruction)) {
      left.add(label);
    }
  }
  const chain = [];
  for (let depth = table.around.length - 1; depth > 0; depth--) {
    const block = table.around[depth];
    const outer = table.around[depth - 1];
    if (block.op !== OP.block || block.type !== VOID || left.has(block.label) || outer.op !== OP.block) {
      break;
    }
    chain.unshift(block);
    if (block.at !== outer.at + 1) {
      break;
    }
  }
  return chain;
}

/** Runs of cases that end by leaving, each with the values that lead to its cases; the last one stays. */
function unitsOf(code, table, chain) {
  const values = new Map(chain.map(block => [block.label, []]));
  // The last one is for all other values.
  table.targets.forEach((label, value) => values.get(label)?.push(value));
  const units = [];
  let open = null;
  for (let depth = chain.length - 1; depth > 0; depth--) {
    const block = chain[depth];
    const instructions = code.slice(block.ended + 1, chain[depth - 1].ended);
    open ??= { cases: [], values: [], size: 0 };
    open.cases.push({ label: block.label, values: values.get(block.label), instructions });
    open.values.push(...values.get(block.label));
    open.size += instructions.reduce((sum, i) => sum + i.bytes.length, 0);
    const last = instructions.at(-1);
    if (last && [OP.br, OP.brTable, OP.return, 0x00].includes(last.op)) {
      units.push(open);
      open = null;
    }
  }
  if (open) {
    throw new Error('the last case runs on into what follows the switch');
  }
  return units.filter(unit => unit.values.length > 0);
}

function groupsOf(units) {
  const sorted = [...units].sort((a, b) => Math.min(...a.values) - Math.min(...b.values));
  const groups = [];
  for (const unit of sorted) {
    const last = groups.at(-1);
    if (last && last.size + unit.size <= LARGEST_GROUP) {
      last.units.push(unit);
      last.size += unit.size;
    } else {
      groups.push({ units: [unit], size: unit.size });
    }
  }
  return groups;
}

/** Adds the function of some cases: picks one by its value, and returns how it left. */
function functionOf(group, others, type, types, outside) {
  const cases = group.units.flatMap(unit => unit.cases);
  const inside = new Set(cases.flatMap(one => one.instructions.filter(i => isBlock(i)).map(i => i.label)));
  const labels = new Set(cases.map(one => one.label));
  const exits = [];
  const written = new Set();
  let returns = false;
  for (const instruction of cases.flatMap(one => one.instructions)) {
    for (const label of targetsOf(instruction)) {
      if (label === 0) {
        throw new Error('a case leaves its function by a branch');
      }
      if (!inside.has(label) && !labels.has(label) && !exits.includes(label)) {
        exits.push(label);
      }
    }
    if (instruction.op === 0x21 || instruction.op === 0x22) {
      written.add(instruction.index);
    }
    returns ||= instruction.op === OP.return;
  }
  if (exits.some(label => !outside.has(label))) {
    throw new Error('a case leaves for where nobody is');
  }
  const [pick, left, result] = [types.length, types.length + 1, types.length + 2];
  const out = new Bytes();
  const scope = [];
  const open = label => {
    out.byte(OP.block, VOID);
    scope.push(label);
  };
  const close = () => {
    out.byte(OP.end);
    scope.pop();
  };
  const leave = code => out.i32Const(code).local('set', left).branch(scope, 'done');
  open('done');
  if (returns) {
    open('return');
  }
  [...exits].reverse().forEach(open);
  [...cases].reverse().forEach(one => open(one.label));
  pickCase(out, scope, cases, labels.has(others) ? others : cases[0].label, pick);
  for (const one of cases) {
    close();
    for (const instruction of one.instructions) {
      if (instruction.op === OP.return) {
        if (type.results.length > 0) {
          out.local('set', result);
        }
        out.branch(scope, 'return');
      } else {
        copy(out, instruction, scope);
      }
    }
  }
  // No case runs on into what follows.
  out.byte(0x00);
  exits.forEach((label, exit) => {
    close();
    leave(exit);
  });
  if (returns) {
    close();
    leave(exits.length);
  }
  close();
  for (const local of written) {
    out.local('get', local).global('set', globalOf(local, types[local]));
  }
  if (returns && type.results.length > 0) {
    out.local('get', result).global('set', globalOf(result, type.results[0]));
  }
  out.local('get', left).byte(OP.end);
  const index = module.imports + module.functions.length;
  module.functions.push({
    type: typeIndex([...types, I32], [I32]),
    locals: [I32, ...type.results],
    code: out.done(),
  });
  return { index, exits, written: [...written], returns, result };
}

/** The values that lie together are looked up; the few that lie elsewhere are compared with. */
function pickCase(out, scope, cases, others, pick) {
  const first = Math.min(...cases.flatMap(one => one.values));
  const size = Math.max(16, 2 * cases.length);
  const near = new Array(size).fill(others);
  for (const one of cases) {
    for (const value of one.values) {
      if (value < first + size) {
        near[value - first] = one.label;
      } else {
        out.local('get', pick).i32Const(value).byte(0x46).branch(scope, one.label, OP.brIf);
      }
    }
  }
  out.local('get', pick).i32Const(first).byte(0x6b).table(scope, [...near, others]);
}

/** The function with calls where the cases were. */
function withCalls(code, table, chain, groups, calls, type, types) {
  const out = new Bytes();
  const scope = [0];
  const [pick, left] = [types.length, types.length + 1];
  const [outermost, inner] = [chain[0], chain[1]];
  const innermost = chain.at(-1);
  code.slice(0, inner.at).forEach(one => copy(out, one, scope));
  const groupOf = new Map();
  groups.forEach((group, g) => group.units.forEach(u => u.cases.forEach(one => groupOf.set(one.label, `group ${g}`))));
  [...groups.keys()].reverse().forEach(g => {
    out.byte(OP.block, VOID);
    scope.push(`group ${g}`);
  });
  code.slice(innermost.at + 1, table.at).forEach(one => copy(out, one, scope));
  out.local('tee', pick);
  out.table(scope, table.targets.map(label => groupOf.get(label) ?? label));
  calls.forEach(call => {
    out.byte(OP.end);
    scope.pop();
    types.forEach((_, local) => out.local('get', local));
    out.local('get', pick).call(call.index).local('set', left);
    for (const local of call.written) {
      out.global('get', globalOf(local, types[local])).local('set', local);
    }
    if (call.returns) {
      out.local('get', left).i32Const(call.exits.length).byte(0x46, OP.if, VOID);
      if (type.results.length > 0) {
        out.global('get', globalOf(call.result, type.results[0]));
      }
      out.byte(OP.return, OP.end);
    }
    if (call.exits.length > 1) {
      out.local('get', left).table(scope, call.exits);
    } else if (call.exits.length === 1) {
      out.branch(scope, call.exits[0]);
    } else {
      out.byte(0x00);
    }
  });
  code.slice(outermost.ended).forEach(one => copy(out, one, scope));
  return out.done();
}

function copy(out, instruction, scope) {
  out.instruction(instruction, scope);
  if (isBlock(instruction)) {
    scope.push(instruction.label);
  } else if (instruction.op === OP.end) {
    scope.pop();
  }
}

function isBlock(instruction) {
  return instruction.op >= 0x02 && instruction.op <= 0x04;
}

function targetsOf(instruction) {
  return instruction.targets ?? (instruction.target === undefined ? [] : [instruction.target]);
}

function globalOf(local, type) {
  const key = `${local} ${type}`;
  module.outlined ??= new Map();
  if (!module.outlined.has(key)) {
    module.outlined.set(key, module.addGlobal(type));
  }
  return module.outlined.get(key);
}

function typeIndex(params, results) {
  const key = JSON.stringify([params, results]);
  const found = module.types.findIndex(t => JSON.stringify([t.params, t.results]) === key);
  return found >= 0 ? found : module.types.push({ params, results }) - 1;
}
