// Sends the chosen files one after the other and shows the progress and the result of each.
const form = document.getElementById('upload');
const MOST_REASONS = 20;

function plural(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

function add(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text || '';
  parent.append(element);
  return element;
}

function reason(line) {
  const why = line.rejected || line.failed;
  const place = why.line ? ` (line ${why.line}${why.column ? `, column ${why.column}` : ''})` : '';
  return `${line.file}${place}: ${why.detail || why.reason}`;
}

function lines(text) {
  return text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}')).map((line) => JSON.parse(line));
}

// "doi:10.1/x" is /reports/10.1/x; other ids keep their kind.
function link(parent, publication) {
  const id = publication.replace(/^doi:/, '');
  const anchor = add(parent, 'a', publication);
  anchor.href = `/reports/${id.split('/').map(encodeURIComponent).join('/')}`;
}

function report(block, text) {
  const all = lines(text);
  const taken = all.filter((line) => line.publication);
  const others = all.filter((line) => !line.publication);
  const unchanged = taken.filter((line) => line.unchanged).length;
  const statements = taken.reduce((sum, line) => sum + line.statements, 0);
  const said = add(block, 'p', all.length === 0
    ? 'No article in it.'
    : `${plural(taken.length, 'article')} (${unchanged} unchanged), ${plural(statements, 'statement')}, ${others.length} rejected.`);
  if (taken.length === 1) {
    said.append(' ');
    link(said, taken[0].publication);
    if (taken[0].note) {
      add(block, 'p', taken[0].note);
    }
  }
  if (others.length > 0) {
    const list = add(block, 'ul');
    others.slice(0, MOST_REASONS).forEach((line) => add(list, 'li', reason(line)));
    if (others.length > MOST_REASONS) {
      add(list, 'li', `… and ${others.length - MOST_REASONS} more.`);
    }
  }
}

function problem(request) {
  try {
    const said = JSON.parse(request.responseText);
    return said.detail || said.title;
  } catch (notJson) {
    return request.status === 0
      ? 'the connection ended before an answer came. Send it again: articles that are in are skipped.'
      : `the server answered ${request.status}.`;
  }
}

function send(file, list) {
  const block = add(list, 'section');
  add(block, 'h3', file.name);
  const state = add(block, 'p', 'Uploading…');
  const bar = add(block, 'progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', `Upload of ${file.name}`);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${form.action}?file=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/x-ndjson, application/problem+json');
    request.upload.addEventListener('progress', (event) => {
      bar.value = event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0;
    });
    request.upload.addEventListener('load', () => {
      state.textContent = 'Reading…';
      bar.removeAttribute('value');
    });
    request.addEventListener('progress', () => {
      const read = lines(request.responseText).length;
      if (read > 0) {
        state.textContent = `Reading… ${plural(read, 'article')} so far`;
      }
    });
    request.addEventListener('loadend', () => {
      state.remove();
      bar.remove();
      if (request.status === 200) {
        report(block, request.responseText);
      } else {
        add(block, 'p', `Not taken: ${problem(request)}`);
      }
      done();
    });
    request.send(file);
  });
}

if (form) {
  form.hidden = false;
  let busy = false;
  window.addEventListener('beforeunload', (event) => {
    if (busy) {
      event.preventDefault();
    }
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    const field = document.getElementById('files');
    const button = form.querySelector('button');
    const list = document.getElementById('upload-list');
    list.replaceChildren();
    const files = [...field.files];
    if (files.length === 0) {
      add(list, 'p', 'Choose one or more files first.');
      field.focus();
      return;
    }
    // Not "disabled", which would take the focus from whoever pressed it with the keyboard.
    busy = true;
    button.setAttribute('aria-disabled', 'true');
    for (let i = 0; i < files.length; i++) {
      button.textContent = files.length > 1 ? `Uploading ${i + 1} of ${files.length}…` : 'Uploading…';
      await send(files[i], list);
    }
    busy = false;
    button.removeAttribute('aria-disabled');
    button.textContent = 'Upload';
  });
}
