-- Why an indicator was taken off can be erased (内容の消去) like the words of its values: the words go, who and when stay.
alter table indicator_removal add column erasure_id uuid references erasure (id);
