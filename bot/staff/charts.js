// Draws each table that asks for it: the figures stay in the table, the chart only shows them.
const COLOURS = ["#0b5d4e", "#c2741a", "#3c6eb4"];
const MOST_BARS = 12;

const rightToLeft = document.documentElement.dir === "rtl";
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.color = "#1d2327";
Chart.defaults.animation = still ? false : { duration: 300 };

function readTable(table) {
  const headings = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const all = [...table.tBodies[0].rows];
  const rows = table.dataset.chart === "bar" ? all.slice(0, MOST_BARS) : all;
  const labels = rows.map((row) => row.cells[0].textContent.trim());
  const columns = Array.from({ length: Number(table.dataset.drawn) }, (_, place) => ({
    label: headings[place + 1],
    // A figure that is not shown is not drawn either.
    data: rows.map((row) => {
      const { value } = row.cells[place + 1].dataset;
      return value === undefined ? null : Number(value);
    }),
  }));
  return { labels, columns };
}

function dataset(column, place, kind) {
  const colour = COLOURS[place % COLOURS.length];
  const line = { borderWidth: 2, pointRadius: 0, pointHitRadius: 8, tension: 0.2, borderDash: place ? [5, 3] : [] };
  const bar = { maxBarThickness: 22, borderRadius: 2 };
  return {
    ...column,
    borderColor: colour,
    backgroundColor: colour,
    ...(kind === "line" ? line : bar),
  };
}

function options(kind, series) {
  const counts = { beginAtZero: true, ticks: { precision: 0 }, grid: { color: "#e3e7ea" } };
  const things = { grid: { display: false }, ticks: { maxRotation: 0, autoSkip: kind === "line" } };
  const lying = kind === "bar";
  return {
    indexAxis: lying ? "y" : "x",
    maintainAspectRatio: false,
    interaction: { mode: "index", axis: lying ? "y" : "x", intersect: false },
    scales: {
      x: { ...(lying ? counts : things), reverse: rightToLeft },
      y: { ...(lying ? things : counts), position: rightToLeft ? "right" : "left" },
    },
    plugins: {
      legend: { display: series > 1, rtl: rightToLeft, textDirection: document.documentElement.dir },
      tooltip: { rtl: rightToLeft, textDirection: document.documentElement.dir },
    },
  };
}

function draw(table) {
  const kind = table.dataset.chart;
  const { labels, columns } = readTable(table);
  const frame = document.createElement("div");
  frame.className = "chart";
  if (kind === "bar") frame.style.blockSize = `${4 + labels.length * (1 + 0.7 * columns.length)}rem`;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  frame.append(canvas);
  (table.closest("details") ?? table).before(frame);
  const datasets = columns.map((column, place) => dataset(column, place, kind));
  new Chart(canvas, { type: kind, data: { labels, datasets }, options: options(kind, columns.length) });
}

document.querySelectorAll("table[data-chart]").forEach(draw);
