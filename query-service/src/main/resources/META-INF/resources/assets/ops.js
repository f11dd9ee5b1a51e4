// Pages work without this file, except for searching and following topics; it refreshes live content.
(() => {
  const live = document.querySelector('[data-live]');
  const page = location.pathname + location.search.replace(/[?&]done=[^&]*/, '');

  // What someone is using, or has opened, is not replaced.
  const busy = () => {
    const region = document.getElementById('live');
    const active = document.activeElement;
    return document.hidden || document.querySelector('#live input:not([type=hidden]):not([type=checkbox]):focus')
      || (region && region.contains(active) && active.tagName === 'BUTTON')
      || String(getSelection()).length > 0;
  };

  // A plan is the answer to a form: its URL cannot be requested again, and it must not be replaced.
  const plan = document.querySelector('.plan');
  if (live && !plan && window.EventSource) {
    const looks = new EventSource('/api/v1/ops/stream');
    let following = true;
    let fetching = false;
    document.addEventListener('change', (event) => {
      if (event.target.id === 'follow') {
        following = event.target.checked;
      }
    });
    looks.addEventListener('look', async () => {
      if (!following || fetching || busy()) {
        return;
      }
      fetching = true;
      try {
        const answer = await fetch(page, { headers: { Accept: 'text/html' } });
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
        const now = document.getElementById('live');
        if (answer.ok && fresh && now && following && !busy()) {
          const typed = new Map([...now.querySelectorAll('input[id]:not([type=checkbox])')].map((field) => [field.id, field.value]));
          const open = [...now.querySelectorAll('details')].map((details) => details.open);
          const at = [...now.querySelectorAll('.scroll')].map((box) => box.scrollLeft);
          fresh.querySelectorAll('details').forEach((details, i) => { details.open = open[i] || details.open; });
          now.replaceWith(fresh);
          typed.forEach((value, id) => { const field = document.getElementById(id); if (field) { field.value = value; } });
          fresh.querySelectorAll('.scroll').forEach((box, i) => { box.scrollLeft = at[i] || 0; });
        }
      } catch (away) {
        // The next refresh tries again.
      } finally {
        fetching = false;
      }
    });
  }

  const found = document.getElementById('found');
  const hits = document.getElementById('hits');
  if (!found || !hits) {
    return;
  }
  const MOST = 500;
  const progress = document.getElementById('progress');
  const line = document.getElementById('line');
  const mode = found.dataset.mode;
  const asked = new URLSearchParams(location.search);
  asked.delete('mode');
  [...asked.keys()].filter((name) => !asked.get(name)).forEach((name) => asked.delete(name));
  const source = new EventSource('/api/v1/ops/messages/' + mode + '?' + asked);

  const show = (message, first) => {
    const item = line.content.cloneNode(true);
    const link = item.querySelector('.where a');
    link.textContent = message.partition + '@' + message.offset;
    link.href = '/ops/messages/one?' + new URLSearchParams({ topic: message.topic, partition: message.partition, offset: message.offset });
    item.querySelector('time').textContent = message.at.replace('T', ' ').replace(/\..*|Z$/, '') + ' UTC';
    item.querySelector('.kind').textContent = message.type || 'no type';
    item.querySelector('.key').textContent = message.key || '';
    if (message.statement) {
      const statement = item.querySelector('.statement');
      statement.href = '/statements/' + message.statement;
      statement.hidden = false;
    }
    item.querySelector('pre').textContent = message.encoding === 'none' ? 'no value' : message.value + (message.truncated ? ' …' : '');
    if (first) {
      hits.prepend(item);
    } else {
      hits.append(item);
    }
    while (hits.children.length > MOST) {
      (first ? hits.lastElementChild : hits.firstElementChild).remove();
    }
  };
  const over = (text) => {
    source.close();
    progress.textContent = text;
    document.getElementById('cancel').hidden = true;
  };
  const tell = (state) => `${state.hits} ${state.hits === 1 ? 'hit' : 'hits'} in ${state.read} of ${state.of} records, ${Math.round(state.bytes / 1000)} kB`;
  const ENDS = { end: 'Search complete', enough: 'Stopped at the limit of hits', budget: 'Stopped at the limit of bytes read; narrow it down by partition or time', steps: 'Stopped: the path looks at too many values of a message; use fewer ..', time: 'Stopped at the time limit; narrow it down by partition or time', stalled: 'The broker sent nothing more', cancelled: 'Cancelled' };

  source.addEventListener('hit', (event) => show(JSON.parse(event.data), false));
  source.addEventListener('progress', (event) => { progress.textContent = tell(JSON.parse(event.data)); });
  source.addEventListener('end', (event) => {
    const state = JSON.parse(event.data);
    over(`${ENDS[state.end] || state.end}: ${tell(state)}.`);
  });
  source.addEventListener('started', () => { progress.textContent = 'Following: new messages appear here.'; });
  source.addEventListener('message', (event) => show(JSON.parse(event.data), true));
  source.addEventListener('skipped', (event) => { progress.textContent = `A burst: ${JSON.parse(event.data).messages} messages skipped.`; });
  source.addEventListener('error', async () => {
    if (source.readyState === EventSource.CLOSED || mode === 'search') {
      source.close();
      const answer = await fetch('/api/v1/ops/messages?limit=1&topic=' + encodeURIComponent(asked.get('topic') || ''));
      over(answer.ok ? 'The search could not start: give a key, a text or a valid JSON path.' : (await answer.json()).detail);
    }
  });
  document.getElementById('cancel').addEventListener('click', () => over(mode === 'search' ? 'Cancelled.' : 'Stopped.'));
})();
