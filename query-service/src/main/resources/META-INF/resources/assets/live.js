// Follows the stream. An event only says that there is something new: the cards themselves come from the server,
// a few at a time, so that a flood does not drown the page.
const list = document.querySelector('[data-stream]');
const status = document.getElementById('live-status');
const pause = document.getElementById('live-pause');
let paused = false;
let waiting = 0;
let seen = 0;
let timer = null;

function newest() {
  const first = list.querySelector('[data-sequence]');
  return first ? Number(first.dataset.sequence) : 0;
}

function say(text) {
  if (status && status.textContent !== text) {
    status.textContent = text;
  }
}

function tell() {
  if (paused) {
    say(waiting === 0 ? 'Paused' : `Paused; ${waiting} new`);
  } else {
    say(seen === 0 ? 'Listening: nothing new yet' : `Listening: ${seen} new since this page was opened`);
  }
}

async function fetchNew() {
  timer = null;
  if (paused) {
    return;
  }
  const mark = list.dataset.items.includes('?') ? '&' : '?';
  const answer = await fetch(`${list.dataset.items}${mark}after=${newest()}`);
  if (!answer.ok || paused) {
    return;
  }
  const part = document.createElement('template');
  part.innerHTML = await answer.text();
  const items = [...part.content.querySelectorAll('li')].filter((item) => Number(item.dataset.sequence) > newest());
  items.reverse().forEach((item) => {
    item.classList.add('fresh');
    list.prepend(item);
  });
  while (list.children.length > Number(list.dataset.most)) {
    list.lastElementChild.remove();
  }
  waiting = 0;
  if (items.length > 0) {
    const empty = document.getElementById('live-empty');
    if (empty) {
      empty.remove();
    }
  }
  tell();
}

function count(name, by) {
  const figure = document.querySelector(`[data-count="${name}"]`);
  if (figure && by !== 0) {
    const value = Number(figure.dataset.value) + by;
    figure.dataset.value = value;
    figure.textContent = value.toLocaleString('en-US');
  }
}

function counters(change) {
  if (!change.before || !change.after) {
    return;
  }
  for (const type of ['supporting', 'mentioning', 'contrasting', 'unclassified']) {
    count(type, change.after[type] - change.before[type]);
  }
  // Older changes, from before it was counted separately, do not have it.
  count('not-a-sentence', (change.after.notASentence || 0) - (change.before.notASentence || 0));
  count('statements', change.after.total - change.before.total);
}

if (list && window.EventSource) {
  document.querySelectorAll('[data-scripted]').forEach((part) => { part.hidden = false; });
  const stream = new EventSource(list.dataset.stream);
  stream.onopen = tell;
  stream.onerror = () => say('The connection was lost; trying again …');
  for (const event of ['StatementAdded', 'StatementChanged', 'StatementRemoved']) {
    stream.addEventListener(event, (message) => {
      counters(JSON.parse(message.data));
      if (event === 'StatementAdded') {
        seen += 1;
        waiting += 1;
        if (paused) {
          tell();
        } else {
          timer = timer || setTimeout(fetchNew, 120);
        }
      }
    });
  }
  if (pause) {
    pause.addEventListener('click', () => {
      paused = !paused;
      pause.setAttribute('aria-pressed', paused);
      pause.textContent = paused ? 'Resume' : 'Pause';
      tell();
      if (!paused) {
        fetchNew();
      }
    });
  }
}
