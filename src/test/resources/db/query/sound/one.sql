-- Only this.
select 1;
