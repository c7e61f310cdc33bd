-- Which browser an attempt came from, where the person had signed in with it before: wrong answers of strangers do not lock it out.
alter table sign_in_attempt add column device text;     -- hash of the browser's own mark; null for a browser that is not known
