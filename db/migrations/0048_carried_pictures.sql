-- A picture of a manuscript (原稿の図) follows with the texts into the plan that is made from theirs: one file, several plans.
alter table manuscript_picture drop constraint manuscript_picture_pkey;
alter table manuscript_picture add primary key (plan_id, file_id);
drop index manuscript_picture_plan;

-- Plans whose manuscript was carried over before get the pictures that their texts show.
with recursive follower as (
  select plan.id as plan_id, manuscript_picture.file_id
    from plan join manuscript_picture on manuscript_picture.plan_id = plan.predecessor_id
  union
  select plan.id, follower.file_id
    from plan join follower on follower.plan_id = plan.predecessor_id
)
insert into manuscript_picture (plan_id, file_id)
select plan_id, file_id from follower
on conflict do nothing;
