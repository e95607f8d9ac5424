// How big the tiles can be so that all fit: large tiles for few queues, dense rows for many. Pure arithmetic.

const GAP = 8;
const HEAD = 30;
const TILE = { width: 312, height: 208 };
const ROW = { width: 650, height: 38 };
// Below these nobody can read the small print.
const SMALLEST_TILE = 0.74;
const PHONE = 700;
const SMALLEST_ROW = 0.6;

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

function bestTiles(width, height, sizes) {
  const heads = sizes.length > 1 ? sizes.length : 0;
  let best = { scale: 0 };
  for (let columns = 1; columns <= Math.max(...sizes); columns++) {
    const lines = sum(sizes.map((size) => Math.ceil(size / columns)));
    const wide = (width - GAP * (columns - 1)) / columns;
    const high = (height - heads * HEAD - GAP * (lines + heads - 1)) / lines;
    const scale = Math.min(wide / TILE.width, high / TILE.height);
    if (scale > best.scale) best = { mode: 'tiles', columns, scale };
  }
  return best;
}

// How many columns this many lines need, when every column and every group begins with a head.
function columnsFor(lines, sizes) {
  let columns = 0;
  let free = 0;
  for (const size of sizes) {
    let left = size;
    if (free < 2) { columns++; free = lines; }
    free -= 1;
    while (left > 0) {
      if (free === 0) { columns++; free = lines - 1; }
      const put = Math.min(left, free);
      left -= put;
      free -= put;
    }
  }
  return columns;
}

function bestRows(width, height, sizes) {
  const all = sum(sizes) + sizes.length;
  let best = { scale: 0 };
  for (let lines = 2; lines <= all; lines++) {
    const columns = columnsFor(lines, sizes);
    const wide = (width - 2 * GAP * (columns - 1)) / columns;
    const scale = Math.min(wide / ROW.width, height / lines / ROW.height);
    if (scale > best.scale) best = { mode: 'rows', columns, lines, scale };
  }
  return best;
}

function scrolledRows(width, sizes) {
  const columns = Math.max(1, Math.floor(width / (ROW.width * SMALLEST_ROW)));
  let lines = Math.ceil((sum(sizes) + sizes.length) / columns) + 1;
  while (columnsFor(lines, sizes) > columns) lines++;
  return { mode: 'rows', columns, lines, scale: SMALLEST_ROW, scroll: true };
}

/** The layout for groups of these sizes in an area of this size, CSS pixels. */
export function plan(width, height, sizes) {
  if (sum(sizes) === 0) return { mode: 'tiles', columns: 1, scale: 1 };
  if (width < PHONE) return { mode: 'phone', columns: 1, scale: Math.min(1.35, width / TILE.width), scroll: true };
  const tiles = bestTiles(width, height, sizes);
  return tiles.scale >= SMALLEST_TILE ? { ...tiles, scale: Math.min(tiles.scale, 5) } : planRows(width, height, sizes);
}

/** The same in rows, whatever the number. */
export function planRows(width, height, sizes) {
  const rows = bestRows(width, height, sizes);
  return rows.scale >= SMALLEST_ROW ? { ...rows, scale: Math.min(rows.scale, 2) } : scrolledRows(width, sizes);
}

/** The order of heads and tiles on the page: [{head: group} | {tile}]. */
export function arrange(layout, groups) {
  if (layout.mode !== 'rows') {
    return groups.flatMap((group) => [...(groups.length > 1 ? [{ head: group }] : []), ...group.tiles.map((tile) => ({ tile }))]);
  }
  const order = [];
  let free = 0;
  for (const group of groups) {
    while (free === 1) { order.push({ blank: true }); free--; }
    if (free === 0) free = layout.lines;
    order.push({ head: group });
    free--;
    for (const tile of group.tiles) {
      if (free === 0) { order.push({ head: group }); free = layout.lines - 1; }
      order.push({ tile });
      free--;
    }
  }
  return order;
}

/** The grid's rows, as CSS. */
export function gridRows(layout, groups) {
  if (layout.mode === 'rows') return `repeat(${layout.lines}, ${layout.scroll ? `${ROW.height * layout.scale}px` : 'minmax(0, 1fr)'})`;
  if (layout.mode === 'phone') return 'none';
  return groups.map((group) => {
    const lines = `repeat(${Math.ceil(group.tiles.length / layout.columns)}, minmax(0, 1fr))`;
    return groups.length > 1 ? `${HEAD}px ${lines}` : lines;
  }).join(' ');
}
