// Draws <figure class="chart" data-chart="bar|line|pie|funnel" data-table="id"> out of the table of that id: its first column names, the
// others are series, but for those whose head says data-plot="no", and cells carry data-value where their text is not the bare number. The table stays below, for everybody.
(function () {
  'use strict';

  const MOST_BARS = 9;
  const BAR_PX = 30;

  const value = (cell) => cell.dataset.value === '' ? null : Number(cell.dataset.value ?? cell.textContent.replace(/[^0-9.+-]/g, ''));
  const read = (table) => {
    const rows = [...table.tBodies[0].rows].filter((row) => row.cells.length > 1);
    const heads = [...table.tHead.rows[0].cells].slice(1).filter((cell) => cell.dataset.plot !== 'no');
    return {
      names: rows.map((row) => row.cells[0].textContent.trim()),
      series: heads.map((head) => ({ name: head.textContent.trim(), values: rows.map((row) => value(row.cells[head.cellIndex])) })),
    };
  };

  const option = (kind, data, figure) => {
    const style = getComputedStyle(figure);
    const ink = style.getPropertyValue('--chart-ink').trim();
    const line = style.getPropertyValue('--chart-line').trim();
    const colors = ['1', '2', '3', '4', '5'].map((n) => style.getPropertyValue('--chart-' + n).trim());
    const text = { color: ink, fontFamily: style.fontFamily };
    const percent = figure.dataset.unit === '%';
    const shown = (number) => number === null || Number.isNaN(number) ? '–' : percent ? number + '%' : String(number);
    const base = {
      color: colors,
      textStyle: text,
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      // Drawn, not written as markup: the policy forbids inline styles.
      tooltip: { trigger: kind === 'pie' ? 'item' : 'axis', renderMode: 'richText', confine: true },
      legend: data.series.length > 1 || kind === 'pie' ? { bottom: 0, textStyle: text } : undefined,
      grid: { left: 8, right: 40, top: 16, bottom: data.series.length > 1 ? 40 : 8, containLabel: true },
    };
    if (kind === 'pie') {
      const first = data.series[0];
      return { ...base, series: [{ type: 'pie', radius: ['45%', '70%'], center: ['50%', '45%'], label: { color: ink },
        data: data.names.map((name, i) => ({ name, value: first.values[i] })) }] };
    }
    const names = { type: 'category', data: data.names, axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } };
    const numbers = { type: 'value', max: percent ? 100 : undefined, axisLabel: { color: ink, formatter: shown }, splitLine: { lineStyle: { color: line } } };
    if (kind === 'line') {
      return { ...base, xAxis: { ...names, boundaryGap: false }, yAxis: numbers,
        series: data.series.map((each) => ({ name: each.name, type: 'line', data: each.values, symbolSize: 7 })) };
    }
    // Bars lie, so that long Chinese and English names are read without turning the head; a funnel is bars from the widest down.
    return { ...base, xAxis: numbers, yAxis: { ...names, inverse: true },
      series: data.series.map((each) => ({ name: each.name, type: 'bar', data: each.values, barMaxWidth: 22,
        label: { show: data.series.length === 1, position: 'right', color: ink, formatter: (at) => shown(at.value) } })) };
  };

  const drawn = new Map();
  const draw = (figure) => {
    const table = document.getElementById(figure.dataset.table);
    const place = figure.querySelector('.chart-canvas');
    if (!table || !place || !window.echarts || table.tBodies[0].rows.length === 0) {
      return;
    }
    drawn.get(figure)?.dispose();
    const data = read(table);
    if (['bar', 'funnel'].includes(figure.dataset.chart) && data.names.length > MOST_BARS) {
      place.style.height = data.names.length * BAR_PX + 'px'; // so that no name lies upon the next
    }
    const chart = window.echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption(option(figure.dataset.chart, data, figure));
    drawn.set(figure, chart);
  };
  const all = (root) => root.querySelectorAll('figure.chart').forEach(draw);

  document.addEventListener('DOMContentLoaded', () => all(document));
  document.addEventListener('htmx:afterSettle', (event) => all(event.detail.elt.parentElement ?? document));
  window.addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => window.setTimeout(() => all(document)));
})();
